import { describe, expect, it } from 'vitest';
import { utf8 } from '#base/bytes';
import type { JsonObject } from '#credentials/json';
import type { ServedDocuments } from '#credentials/served-document';
import { verifyAssertion } from '#credentials/verify-assertion';
import { verifyFile } from '#credentials/verify-file';
import { DAY, NOW } from './fixtures.ts';
import { aBadgeClass, anAssertion, anIssuer, EMAIL, HOST, options, serving, tokenKey } from './old-fixtures.ts';

const check = (given: JsonObject | string, more: { readonly documents?: ServedDocuments }) =>
  verifyAssertion(typeof given === 'string' ? given : JSON.stringify(given), { ...options, ...more });

describe.each(['RS256', 'ES256'] as const)('a badge signed with %s', async (alg) => {
  const key = await tokenKey(alg);
  const other = await tokenKey(alg);
  const keyObject: JsonObject = {
    '@context': 'https://w3id.org/openbadges/v2',
    id: `${HOST}/k/1`,
    type: 'CryptographicKey',
    owner: `${HOST}/i/1`,
    publicKeyPem: key.pem,
  };
  const issuer = { ...anIssuer, publicKey: `${HOST}/k/1` };
  const signed = {
    ...anAssertion,
    id: 'urn:uuid:0197c111-2b3c-7d4e-9f5a-123456789abc',
    verification: { type: 'signed', creator: `${HOST}/k/1` },
  };
  const known = serving([keyObject, aBadgeClass, issuer]);
  const token = await key.sign(signed);

  it('is valid with a key its issuer calls her own', async () => {
    const good = { verdict: 'valid', signature: 'good', securedBy: alg, issuer: 'known', status: 'none', problems: [] };
    expect(await check(token, { documents: known })).toMatchObject(good);
    expect(await verifyFile(utf8(token), { ...options, documents: known })).toMatchObject(good);
    const { creator: _creator, ...unnamed } = signed.verification;
    const without = await key.sign({ ...signed, verification: unnamed });
    expect(await check(without, { documents: known })).toMatchObject(good);
    expect(await check(without, { documents: serving([aBadgeClass, { ...issuer, publicKey: keyObject }]) })).toMatchObject(good);
    expect(
      await check(`${HOST}/token`, { documents: serving([keyObject, aBadgeClass, issuer], { [`${HOST}/token`]: { content: token } }) }),
    ).toMatchObject(good);
  });

  it('stays to be checked without its key or its issuer', async () => {
    expect(await check(token, {})).toMatchObject({ verdict: 'unknown', signature: 'unsupported', issuer: 'unknown' });
    expect(await check(token, { documents: serving([aBadgeClass, issuer]) })).toMatchObject({
      verdict: 'unknown',
      signature: 'unsupported',
      problems: ['key-not-at-hand', 'to-be-checked'],
    });
    expect(await check(token, { documents: serving([aBadgeClass, keyObject]) })).toMatchObject({
      verdict: 'unknown',
      signature: 'good',
      issuer: 'unknown',
      problems: ['to-be-checked'],
    });
  });

  it('is invalid with another key, another content or a key that is not of its issuer', async () => {
    const forged = await other.sign(signed);
    expect(await check(forged, { documents: known })).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['bad-signature'] });
    const [head = '', , tail = ''] = token.split('.');
    const changed = `${head}.${forged.split('.')[1]?.replace(/^(.{40})./, '$1A')}.${tail}`;
    expect((await check(changed, { documents: known })).verdict).toBe('invalid');
    const own = { ...keyObject, id: 'https://evil.example/k', publicKeyPem: other.pem };
    const stolen = await other.sign({ ...signed, verification: { type: 'signed', creator: 'https://evil.example/k' } });
    expect(await check(stolen, { documents: serving([own, aBadgeClass, issuer]) })).toMatchObject({
      verdict: 'invalid',
      issuer: 'mismatch',
      problems: ['key-not-of-issuer'],
    });
    const owned = { ...keyObject, owner: 'https://other.example/i' };
    expect(await check(token, { documents: serving([owned, aBadgeClass, issuer]) })).toMatchObject({
      verdict: 'invalid',
      issuer: 'mismatch',
    });
  });

  it('with a header that asks for something else is invalid', async () => {
    for (const [header, problem] of [
      [{ alg: 'none' }, 'bad-algorithm'],
      [{ alg: 'HS256' }, 'bad-algorithm'],
      [{ alg: alg === 'RS256' ? 'ES256' : 'RS256' }, 'key-confusion'],
      [{ crit: ['b64'], b64: false }, 'bad-jwt-header'],
    ] as const) {
      expect(await check(await key.sign(signed, header), { documents: known })).toMatchObject({ verdict: 'invalid', problems: [problem] });
    }
  });

  it('is revoked when its issuer lists it, by id or by uid, and to be checked without the list', async () => {
    const listing = { ...issuer, revocationList: `${HOST}/r` };
    for (const [list, verdict] of [
      [{ type: 'RevocationList', revokedAssertions: [] }, 'valid'],
      [{ type: 'RevocationList', revokedAssertions: [{ id: signed.id, revocationReason: 'erreur' }] }, 'invalid'],
      [{ type: 'RevocationList', revokedAssertions: ['x', signed.id] }, 'invalid'],
      [{ type: 'RevocationList', revokedAssertions: [{ uid: 'u7' }] }, 'invalid'],
      [{ type: 'RevocationList', revokedAssertions: [{ id: signed.id, revoked: false }] }, 'valid'],
      [{ u7: 'erreur' }, 'invalid'],
      [undefined, 'unknown'],
    ] as const) {
      const numbered = await key.sign({ ...signed, uid: 'u7' });
      const report = await check(numbered, {
        documents: serving(
          [keyObject, aBadgeClass, listing],
          list === undefined ? {} : { [`${HOST}/r`]: { content: list, asOf: NOW - DAY } },
        ),
      });
      expect(report.verdict, JSON.stringify(list)).toBe(verdict);
      expect(report.statusAsOf).toBe(verdict === 'unknown' ? null : NOW - DAY);
    }
  });

  it('of version 1 has its key beside its issuer', async () => {
    const old = {
      uid: '7',
      recipient: { type: 'email', hashed: false, identity: EMAIL },
      badge: `${HOST}/b/1`,
      verify: { type: 'signed', url: `${HOST}/key.pem` },
      issuedOn: '2024-05-01',
    };
    const badge = { name: 'A', description: 'B', image: `${HOST}/1.png`, criteria: `${HOST}/c`, issuer: `${HOST}/i/1` };
    const served = {
      [`${HOST}/key.pem`]: { content: key.pem },
      [`${HOST}/b/1`]: { content: badge },
      [`${HOST}/i/1`]: { content: { name: 'C', url: HOST } },
    };
    expect(await check(await key.sign(old), { documents: serving([], served) })).toMatchObject({ verdict: 'valid', problems: [] });
    const far = { ...old, verify: { type: 'signed', url: 'https://evil.example/key.pem' } };
    const evil = { ...served, 'https://evil.example/key.pem': { content: key.pem } };
    expect(await check(await key.sign(far), { documents: serving([], evil) })).toMatchObject({ verdict: 'invalid', issuer: 'mismatch' });
  });

  it('that says it is hosted, or a plain one that says it is signed, proves nothing', async () => {
    expect(await check(await key.sign(anAssertion), { documents: known })).toMatchObject({
      verdict: 'invalid',
      problems: ['bad-structure:verification'],
    });
    expect(await check(signed, { documents: known })).toMatchObject({ verdict: 'invalid', signature: 'absent', problems: ['no-proof'] });
  });
});
