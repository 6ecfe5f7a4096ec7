import { describe, expect, it } from 'vitest';
import { fromHex } from '#base/bytes';
import { exportOpenBadge2 } from '#credentials/export-open-badge-2';
import { badgeTemplate, packBadge, unpackBadge } from '#credentials/pack-badge';
import { bakePng } from '#credentials/png-badge';
import { addScan, NO_FRAMES, toQrTexts } from '#credentials/qr-frames';
import { verifyFile } from '#credentials/verify-file';
import { aBadge, anAward, ISSUER, must, organisation } from './fixtures.ts';
import { aBadgeClass, anAssertion, anIssuer, HOST, options, serving, tokenKey } from './old-fixtures.ts';

// What depends on the platform: its inflate, its RSA and P-256, and that lazy parts arrive.
describe('in a browser', () => {
  it('a packed badge comes back to the letter, in one code or several', async () => {
    const badge = await aBadge();
    const template = badgeTemplate(anAward({ id: 'urn:uuid:', subject: 'did:web:', evidence: [] }), `${ISSUER}#${organisation.publicKey}`);
    for (const shape of [template, undefined]) {
      let packed: Uint8Array<ArrayBuffer> | null = null;
      let frames = NO_FRAMES;
      for (const text of must(toQrTexts(must(packBadge(badge, shape))))) ({ frames, packed } = addScan(frames, text));
      const back = must(await unpackBadge(packed ?? new Uint8Array(0), () => shape));
      expect(JSON.stringify(back)).toBe(JSON.stringify(badge));
    }
    const bomb = must(packBadge({ a: 'x'.repeat(29_000) }));
    expect((await unpackBadge(bomb)).ok).toBe(true);
    expect((await unpackBadge(bomb.slice(0, -3))).ok).toBe(false);
  });

  it('an exported badge of version 2 is valid in its picture', async () => {
    const hosting = {
      assertion: 'https://example.org/a',
      badge: 'https://example.org/b',
      issuer: 'https://example.org/i',
      email: 'x@example.org',
    };
    const exported = must(exportOpenBadge2(await aBadge(), hosting));
    const pixel = fromHex(
      '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
    );
    const png = must(bakePng(pixel ?? new Uint8Array(0), JSON.stringify(exported.assertion), 2));
    const report = await verifyFile(png, { ...options, documents: serving(Object.values(exported)) });
    expect(report).toMatchObject({ verdict: 'valid', securedBy: 'hosted', problems: [] });
  });

  it.each(['RS256', 'ES256'] as const)('a badge signed with %s is checked with its issuer’s key', async (alg) => {
    const key = await tokenKey(alg);
    const keyObject = { id: `${HOST}/k`, type: 'CryptographicKey', owner: `${HOST}/i/1`, publicKeyPem: key.pem };
    const documents = serving([keyObject, aBadgeClass, { ...anIssuer, publicKey: `${HOST}/k` }]);
    const token = await key.sign({ ...anAssertion, verification: { type: 'signed', creator: `${HOST}/k` } });
    const file = new TextEncoder().encode(token);
    expect(await verifyFile(file, { ...options, documents })).toMatchObject({ verdict: 'valid', securedBy: alg });
    expect(
      (await verifyFile(file.with(file.length - 4, 65 + (((file[file.length - 4] ?? 0) + 1) % 26)), { ...options, documents })).verdict,
    ).toBe('invalid');
  });
});
