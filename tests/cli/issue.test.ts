import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { fromUtf8, toBase64url } from '#base/bytes';
import { buildIssuerDocument } from '#credentials/did-document';
import { cli, folderWith, jsonLines, typed } from '../build/program.ts';
import { ISSUER } from '../credentials/fixtures.ts';

const SMALL = {
  issuer: { name: 'Atelier' },
  subject: 'did:web:example.org:p:1',
  achievement: {
    id: 'https://example.org/m/1',
    name: 'Cuisiner',
    description: 'Préparer un repas.',
    criteria: '- choisir\n- faire',
    inLanguage: 'fr',
  },
};

const RICH = {
  ...SMALL,
  email: 'Amina@Example.org',
  id: 'urn:uuid:0197b0f4-2c5e-7b8a-9d3e-5f6a7b8c9d0e',
  issuer: { id: ISSUER, name: 'INAE', url: 'https://example.org', description: 'Un réseau', image: { id: 'https://example.org/i.png' } },
  awarded: '2026-05-29T09:00:00+02:00',
  validFrom: '2026-05-29T09:00:00Z',
  validUntil: '2029-05-29T09:00:00Z',
  achievement: {
    ...SMALL.achievement,
    achievementType: 'ext:Participation',
    version: '2',
    tags: ['cuisine'],
    alignments: [{ targetName: 'Travailler en équipe', targetUrl: 'http://data.europa.eu/esco/skill/1', targetFramework: 'ESCO' }],
    levels: { id: 'https://example.org/m/1#n', name: 'Niveau', levels: [{ id: 'https://example.org/m/1#a', name: 'Découverte' }] },
    creator: { id: 'did:web:example.org:s:siae', name: 'SIAE' },
    image: { id: 'https://example.org/m/1.png', caption: 'Une casserole' },
  },
  achievedLevel: 'https://example.org/m/1#a',
  narrative: 'Seule.',
  source: { id: 'did:web:example.org:s:eti', name: 'ETI' },
  evidence: [{ id: 'https://example.org/e/1', name: 'Photo', genre: 'photo', narrative: 'Le plat' }],
};

/** A folder with a description and fresh keys: `ed.key` and `p256.key`, and their did:key. */
const aDesk = async (description: unknown = SMALL) => {
  const folder = folderWith({ 'badge.json': typeof description === 'string' ? description : JSON.stringify(description) });
  const ed = await typed(folder, 'new-key', 'ed.key');
  const p256 = await typed(folder, 'new-key', 'p256.key', '--p256');
  return { folder, ed: ed.out.trim(), p256: p256.out.trim() };
};

describe('new-key', () => {
  it('makes a key only its owner may read, and shows its public half alone', async () => {
    const { folder, ed, p256 } = await aDesk();
    expect([ed, p256]).toEqual([expect.stringMatching(/^did:key:z6Mk\w+$/), expect.stringMatching(/^did:key:zDn\w+$/)]);
    for (const name of ['ed.key', 'p256.key']) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toHaveProperty('d');
    }
  });

  it('never writes over a file, and no two keys are the same', async () => {
    const { folder, ed } = await aDesk();
    const before = readFileSync(join(folder, 'ed.key'));
    expect(cli(folder, 'new-key', 'ed.key')).toMatchObject({ code: 1, out: '', said: expect.stringContaining('EEXIST') });
    expect(readFileSync(join(folder, 'ed.key')).equals(before)).toBe(true);
    expect(cli(folder, 'new-key', 'other.key').out.trim()).not.toBe(ed);
  });
});

describe('issue', () => {
  it('makes of a few words a badge that verifies with nothing else at hand', async () => {
    const { folder, ed } = await aDesk();
    const { code, out, said } = cli(folder, 'issue', 'badge.json', '--key', 'ed.key');
    expect([code, said]).toEqual([0, '']);
    const badge = JSON.parse(out);
    expect(badge).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      issuer: { id: ed, name: 'Atelier', type: ['Profile'] },
      credentialSubject: { id: 'did:web:example.org:p:1', achievement: { name: 'Cuisiner' } },
      proof: [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', verificationMethod: `${ed}#${ed.slice(8)}` }],
    });
    writeFileSync(join(folder, 'out.json'), out);
    expect(jsonLines(cli(folder, 'verify', 'out.json', '--json', '--offline').out)).toMatchObject([
      { verdict: 'valid', issuer: 'known', status: 'none' },
    ]);
  });

  it('puts everything described into the badge, of a did:web whose document lists the key', async () => {
    const { folder, ed } = await aDesk(RICH);
    writeFileSync(join(folder, 'did.json'), JSON.stringify(buildIssuerDocument(ISSUER, { organisation: [ed.slice(8)], devices: [] })));
    expect(cli(folder, 'issue', 'badge.json', '--key', 'ed.key', '-o', 'out.json')).toEqual({ code: 0, out: '', said: '' });
    const badge = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(badge).toMatchObject({
      id: RICH.id,
      awardedDate: '2026-05-29T07:00:00Z',
      validFrom: '2026-05-29T09:00:00Z',
      validUntil: '2029-05-29T09:00:00Z',
      credentialSubject: {
        narrative: 'Seule.',
        identifier: [{ type: 'IdentityObject', hashed: true, identityType: 'emailAddress', salt: expect.stringMatching(/^[0-9a-f]{32}$/) }],
        source: { name: 'ETI' },
        result: [{ achievedLevel: 'https://example.org/m/1#a' }],
        achievement: {
          tag: ['cuisine'],
          creator: { name: 'SIAE' },
          alignment: [{ targetFramework: 'ESCO' }],
          image: { caption: 'Une casserole' },
        },
      },
      evidence: [{ genre: 'photo' }],
    });
    expect(JSON.stringify(badge).toLowerCase()).not.toContain('amina@');
    const line = (at: string) => jsonLines(cli(folder, 'verify', 'out.json', '--json', '--offline', '--cache', '.', '--at', at).out)[0];
    expect(line('2027-01-01T00:00:00Z')).toMatchObject({ verdict: 'valid', problems: [] });
    expect(line('2029-05-29T09:00:00Z')).toMatchObject({ verdict: 'invalid', problems: ['expired'] });
  });

  it('with --jwt makes an ES256 token that verifies here and with jose', async () => {
    const { folder, p256 } = await aDesk();
    const { code, out } = cli(folder, 'issue', 'badge.json', '--key', 'p256.key', '--jwt');
    expect([code, decodeProtectedHeader(out.trim())]).toEqual([0, { alg: 'ES256', kid: `${p256}#${p256.slice(8)}`, typ: 'JWT' }]);
    const { d: _secret, ...jwk } = JSON.parse(readFileSync(join(folder, 'p256.key'), 'utf8'));
    const { payload } = await compactVerify(out.trim(), await importJWK(jwk, 'ES256'));
    expect(JSON.parse(fromUtf8(payload))).toMatchObject({ iss: p256, sub: 'did:web:example.org:p:1' });
    writeFileSync(join(folder, 'out.jwt'), out);
    expect(jsonLines(cli(folder, 'verify', 'out.jwt', '--json', '--offline').out)).toMatchObject([{ verdict: 'valid', signature: 'good' }]);
  });

  it('takes keys as others keep them: PEM, and the bare seed of a server', async () => {
    const { folder } = await aDesk();
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text, { mode: 0o600 });
    write('ed.pem', String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })));
    write('p256.pem', String(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' })));
    write('server.key', `${toBase64url(new Uint8Array(32).fill(7))}\n`);
    for (const args of [
      ['--key', 'ed.pem'],
      ['--key', 'p256.pem', '--jwt'],
      ['--key', 'server.key'],
    ])
      expect(cli(folder, 'issue', 'badge.json', ...args, '-o', 'out').code).toBe(0);
  });

  it('shows no secret, whatever goes wrong', async () => {
    const { folder } = await aDesk();
    const secret = JSON.parse(readFileSync(join(folder, 'ed.key'), 'utf8')).d;
    for (const args of [
      ['issue', 'badge.json', '--key', 'ed.key'],
      ['issue', 'badge.json', '--key', 'ed.key', '--jwt'],
      ['issue', 'ed.key', '--key', 'ed.key'],
      ['verify', 'ed.key', '--offline'],
      ['inspect', 'ed.key', '--offline'],
    ]) {
      const { out, said } = await typed(folder, ...args);
      expect([args, `${out}${said}`.includes(secret)]).toEqual([args, false]);
    }
  });
});

describe('what cannot be issued', () => {
  const { achievement: _achievement, ...noAchievement } = SMALL;
  const withAchievement = (change: object) => ({ ...SMALL, achievement: { ...SMALL.achievement, ...change } });

  it.each([
    ['{', 'badge.json is no JSON'],
    ['[]', 'the description is not an object'],
    [noAchievement, 'achievement is missing'],
    [withAchievement({ name: ' ' }), 'achievement.name is not a text'],
    [withAchievement({ nmae: 'x' }), 'achievement.nmae is not known here'],
    [withAchievement({ tags: 'cuisine' }), 'achievement.tags is not a list of texts'],
    [withAchievement({ alignments: [{ targetName: 'x' }] }), 'achievement.alignments[0].targetUrl is missing'],
    [withAchievement({ alignments: {} }), 'achievement.alignments is not a list'],
    [withAchievement({ id: 'not an address' }), 'credentialSubject.achievement'],
    [{ ...SMALL, validFrom: 'yesterday' }, 'validFrom is not an instant'],
    [{ ...SMALL, validUntil: '2000-01-01T00:00:00Z' }, 'validUntil is not after validFrom'],
    [{ ...SMALL, status: { list: 'https://example.org/l', index: -1 } }, 'status.index is not a whole number'],
    [{ ...SMALL, subject: 'Amina' }, 'credentialSubject'],
    [{ ...SMALL, issuer: { id: 'https://example.org/issuer', name: 'X' } }, '--method'],
    [{ ...SMALL, issuer: { id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', name: 'X' } }, '--method'],
    ['{"__proto__":{"subject":"x"}}', 'is not known here'],
    ['{"\\u001b[2J":1}', '\\u001b[2J is not known here'],
  ])('%j: %s', async (description, words) => {
    const { folder } = await aDesk(description);
    const { code, out, said } = await typed(folder, 'issue', 'badge.json', '--key', 'ed.key');
    expect({ code, out, said }).toEqual({ code: 1, out: '', said: expect.stringContaining(words) });
    expect(said).not.toContain('\u001b');
  });

  it('without the right key is told which', async () => {
    const { folder } = await aDesk();
    writeFileSync(
      join(folder, 'rsa.pem'),
      String(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })),
      { mode: 0o600 },
    );
    writeFileSync(join(folder, 'public.jwk'), '{"kty":"OKP","crv":"Ed25519","x":"AAAA"}', { mode: 0o600 });
    for (const [args, words] of [
      [[], '--key FILE'],
      [['--key', 'gone.key'], 'ENOENT'],
      [['--key', 'p256.key'], '--jwt only'],
      [['--key', 'ed.key', '--jwt'], 'P-256'],
      [['--key', 'rsa.pem'], 'no private key of a kind known here'],
      [['--key', 'public.jwk'], 'no private key'],
      [['--key', 'badge.json'], 'badge.json'],
    ] as const)
      expect([args, await typed(folder, 'issue', 'badge.json', ...args)]).toEqual([
        args,
        { code: 1, out: '', said: expect.stringContaining(words) },
      ]);
  });

  it.skipIf(process.platform === 'win32')('with a key others may read is refused', async () => {
    const { folder } = await aDesk();
    chmodSync(join(folder, 'ed.key'), 0o640);
    expect(await typed(folder, 'issue', 'badge.json', '--key', 'ed.key')).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringContaining('chmod 600'),
    });
  });
});
