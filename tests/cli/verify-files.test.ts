import { spawnSync } from 'node:child_process';
import { chmodSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { buildIssuerDocument, methodId } from '#credentials/did-document';
import { signerFromKeyPair } from '#credentials/keys';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { bakePng } from '#credentials/png-badge';
import { signJwt } from '#credentials/sign-jwt';
import { buildStatusList } from '#credentials/status-list';
import { bakeSvg } from '#credentials/svg-badge';
import { projectRoot } from '#tools/project-root';
import { cli, folderWith, jsonLines, typed } from '../build/program.ts';
import { aBadge, anAward, DAY, device, ISSUER, issuerKeys, LIST, must, NOW, organisation, stranger } from '../credentials/fixtures.ts';
import { vectorText } from '../credentials/vector-files.ts';

// The smallest PNG there is: one transparent point.
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const AT = new Date(NOW).toISOString();
const FIELDS = ['file', 'verdict', 'signature', 'issuer', 'status', 'statusAsOf', 'problems'];

const signedList = async (marked: readonly number[] = []): Promise<string> => {
  const content = { id: LIST, issuer: ISSUER, purpose: 'revocation', marked, validFrom: NOW - 2 * DAY } as const;
  return JSON.stringify(
    must(await issueBadge(await buildStatusList(content), organisation, methodId(ISSUER, organisation.publicKey), NOW)),
  );
};

const pair = await generateKeyPair('ES256', { extractable: true });
const tokenSigner = await signerFromKeyPair(pair);
const DOCUMENT = JSON.stringify(
  buildIssuerDocument(ISSUER, { ...issuerKeys, organisation: [...issuerKeys.organisation, tokenSigner.publicKey] }),
);
const cache = async (marked: readonly number[] = []) => ({ 'cache/did.json': DOCUMENT, 'cache/list.json': await signedList(marked) });

/** Every kind of file the same badge may lie in. */
const kinds = async (): Promise<Record<string, string | Uint8Array>> => {
  const text = JSON.stringify(await aBadge());
  return {
    'badge.json': text,
    'badge.jsonld': `\uFEFF${JSON.stringify(JSON.parse(text), null, 2)}`,
    'badge.jwt': must(await signJwt(buildOpenBadge(anAward()), tokenSigner, methodId(ISSUER, tokenSigner.publicKey))),
    'badge.png': must(bakePng(PNG, text)),
    'badge.svg': must(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', text)),
    'badge.1ob': text,
    'badge.txt': `\n${text}\r\n`,
  };
};

/** Runs `verify --json --offline --cache cache --at NOW` as somebody would. */
const verified = (folder: string, ...files: readonly string[]) => {
  const { code, out, said } = cli(folder, 'verify', ...files, '--json', '--offline', '--cache', 'cache', '--at', AT);
  return { code, said, lines: jsonLines(out) };
};

describe('each file', () => {
  it('of the seven kinds, by any name, is one line: exactly these members, in this order, and nothing else on stdout', async () => {
    const files = await kinds();
    const folder = folderWith({ ...files, 'badge.zip': files['badge.png'] ?? '', ...(await cache()) });
    const names = [...Object.keys(files), 'badge.zip'];
    const { code, said, lines } = verified(folder, ...names);
    expect([code, said, lines.map(({ file }) => file)]).toEqual([0, '', names]);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(FIELDS);
      expect(line).toMatchObject({ verdict: 'valid', signature: 'good', issuer: 'known', status: 'active', problems: [] });
      expect(new Date(String(line['statusAsOf'])).toISOString()).toBe(line['statusAsOf']);
    }
  });

  it('is judged by itself: broken ones among good ones take nothing from them', async () => {
    const good = JSON.stringify(await aBadge());
    const folder = folderWith({
      ...(await cache()),
      'good.json': good,
      'changed.json': good.replace('Cuisiner pour le groupe', 'Directrice'),
      'stranger.json': JSON.stringify(await aBadge({}, stranger)),
      'cut.json': good.slice(0, 500),
      'empty.json': '',
      'other.json': '{"a":1}',
      'list.json': '[]',
      'noise.png': Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
      'cut.png': must(bakePng(PNG, good)).subarray(0, 200),
      'plain.png': PNG,
      'plain.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'none.jwt': 'eyJhbGciOiJub25lIn0.e30.',
      'latin.txt': Uint8Array.of(0xe9, 0x74, 0xe9),
      'again.json': good,
    });
    const names = ['good', 'changed', 'stranger', 'cut', 'empty', 'other', 'list'].map((name) => `${name}.json`);
    const { code, said, lines } = verified(
      folder,
      ...names,
      'noise.png',
      'cut.png',
      'plain.png',
      'plain.svg',
      'none.jwt',
      'latin.txt',
      'gone.json',
      'cache',
      'again.json',
    );
    const told = lines.map(({ file, verdict, signature, problems }) => [file, verdict, signature, (problems as string[])[0]]);
    expect(told).toEqual([
      ['good.json', 'valid', 'good', undefined],
      ['changed.json', 'invalid', 'bad', 'bad-signature'],
      ['stranger.json', 'invalid', 'good', 'key-not-in-document'],
      ['cut.json', 'invalid', 'absent', 'not-json'],
      ['empty.json', 'invalid', 'absent', 'not-json'],
      ['other.json', 'invalid', 'absent', expect.any(String)],
      ['list.json', 'invalid', 'absent', 'not-a-credential'],
      ['noise.png', 'invalid', 'absent', 'not-text'],
      ['cut.png', 'invalid', 'absent', 'bad-image'],
      ['plain.png', 'invalid', 'absent', 'no-badge-inside'],
      ['plain.svg', 'invalid', 'absent', 'no-badge-inside'],
      ['none.jwt', 'invalid', 'bad', expect.any(String)],
      ['latin.txt', 'invalid', 'absent', 'not-text'],
      ['gone.json', 'unknown', 'absent', 'unreadable'],
      ['cache', 'unknown', 'absent', 'unreadable'],
      ['again.json', 'valid', 'good', undefined],
    ]);
    expect([code, said]).toEqual([1, '']);
  });

  it('however huge is refused without being held', async () => {
    const folder = folderWith({ ...(await cache()), 'huge.json': '{', 'huge.png': PNG, 'long.txt': 'a'.repeat(5_000_000) });
    for (const name of ['huge.json', 'huge.png']) truncateSync(join(folder, name), 20 * 1024 ** 3);
    const { code, lines } = verified(folder, 'huge.json', 'huge.png', 'long.txt');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatchObject({ verdict: 'invalid', problems: ['too-big'] });
    expect(code).toBe(1);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is unknown', async () => {
    const folder = folderWith({ ...(await cache()), 'mine.json': '{}' });
    chmodSync(join(folder, 'mine.json'), 0);
    expect(verified(folder, 'mine.json')).toMatchObject({ code: 2, lines: [{ verdict: 'unknown', problems: ['unreadable'] }] });
  });

  it('may have a name that would play with a terminal, or look like an option', async () => {
    const text = JSON.stringify(await aBadge());
    const name = '\u001b[2Jclear\u202e.json';
    const folder = folderWith({ ...(await cache()), [name]: text, '--json': text });
    const args = ['--offline', '--cache', 'cache', '--at', AT];
    const { out } = cli(folder, 'verify', name, '--json', ...args);
    expect(out).toMatch(/^[\x20-\x7e]+\n$/);
    expect(jsonLines(out)).toMatchObject([{ file: name, verdict: 'valid' }]);
    expect(cli(folder, 'verify', name, ...args).out).toMatch(/^[\x20-\x7e]+\n$/);
    expect(cli(folder, 'verify', ...args, '--', '--json')).toMatchObject({ code: 0, out: expect.stringMatching(/^--json: valid/) });
  });
});

describe('the exit code', () => {
  it('is 1 when one is invalid, else 2 when one is unknown, else 0', async () => {
    const good = JSON.stringify(await aBadge());
    const folder = folderWith({
      ...(await cache()),
      'good.json': good,
      'bad.json': good.replace('Cuisiner', 'Diriger'),
      'unknown.json': JSON.stringify(await aBadge({ status: { list: 'https://example.org/status/2', index: 5 } })),
    });
    for (const [files, code] of [
      [['good'], 0],
      [['good', 'good'], 0],
      [['unknown'], 2],
      [['good', 'unknown', 'good'], 2],
      [['bad', 'good'], 1],
      [['unknown', 'bad', 'good'], 1],
    ] as const)
      expect([files, verified(folder, ...files.map((name) => `${name}.json`)).code]).toEqual([files, code]);
  });

  it('is 3, with a word on stderr and nothing on stdout, when nothing could be checked', async () => {
    const folder = folderWith({ 'good.json': '{}' });
    for (const [args, words] of [
      [['verify', '--json'], 'at least one file'],
      [['verify', 'good.json', '--at', 'yesterday'], '--at yesterday'],
      [['verify', 'good.json', '--cache', 'nowhere'], '--cache'],
      [['verify', 'good.json', '--cache', 'good.json'], '--cache'],
      [['verify', 'good.json', '--jsno'], '--jsno'],
      [['verify', 'good.json', '--cache'], '--cache'],
    ] as const)
      expect([args, await typed(folder, ...args)]).toEqual([args, { code: 3, out: '', said: expect.stringContaining(words) }]);
  });
});

describe('the folder of documents', () => {
  it('is known by what each file says it is, whatever its name and whatever else lies there', async () => {
    const folder = folderWith({
      'badge.json': JSON.stringify(await aBadge()),
      'cache/a.json': await signedList(),
      'cache/b.JSON': `\uFEFF${DOCUMENT}`,
      'cache/broken.json': '{',
      'cache/list.json': '[1]',
      'cache/number.json': '{"id":5}',
      'cache/notes.txt': 'x',
      'cache/below.json/x': 'a folder',
    });
    expect(verified(folder, 'badge.json')).toMatchObject({ code: 0, lines: [{ verdict: 'valid', problems: [] }] });
  });

  it('that lacks the issuer or the list leaves a doubt, and says which', async () => {
    const badge = JSON.stringify(await aBadge());
    const bare = folderWith({ 'badge.json': badge, 'cache/x.txt': '' });
    expect(verified(bare, 'badge.json')).toMatchObject({
      code: 2,
      lines: [{ verdict: 'unknown', signature: 'good', issuer: 'unknown', status: 'unknown', statusAsOf: null }],
    });
    const half = folderWith({ 'badge.json': badge, 'cache/did.json': DOCUMENT });
    expect(verified(half, 'badge.json').lines).toMatchObject([
      {
        verdict: 'unknown',
        signature: 'good',
        issuer: 'known',
        status: 'unknown',
        statusAsOf: null,
        problems: ['status-list-not-at-hand'],
      },
    ]);
  });

  it('says revoked, and since when it knows: the day the list was got', async () => {
    const folder = folderWith({ 'badge.json': JSON.stringify(await aBadge()), ...(await cache([94_567])) });
    utimesSync(join(folder, 'cache/list.json'), NOW / 1000, NOW / 1000);
    expect(verified(folder, 'badge.json')).toMatchObject({
      code: 1,
      lines: [{ verdict: 'invalid', signature: 'good', status: 'revoked', statusAsOf: AT, problems: ['revoked'] }],
    });
  });

  it('with two of the same id believes the one got last', async () => {
    const folder = folderWith({
      'badge.json': JSON.stringify(await aBadge()),
      ...(await cache()),
      'cache/new.json': await signedList([94_567]),
    });
    utimesSync(join(folder, 'cache/list.json'), NOW / 1000 - 60, NOW / 1000 - 60);
    utimesSync(join(folder, 'cache/new.json'), NOW / 1000, NOW / 1000);
    expect(verified(folder, 'badge.json').lines).toMatchObject([{ status: 'revoked' }]);
    utimesSync(join(folder, 'cache/list.json'), NOW / 1000 + 60, NOW / 1000 + 60);
    expect(verified(folder, 'badge.json').lines).toMatchObject([{ status: 'active' }]);
  });

  it('holds keys too: by their own address, or in a set', async () => {
    const issuer = 'https://school.example/issuers/1';
    const { credentialStatus: _status, ...badge } = buildOpenBadge(anAward({ issuer: { id: issuer, name: 'School' } }));
    const jwk = await exportJWK(pair.publicKey);
    const token = async (kid: string) => must(await signJwt(badge, tokenSigner, kid));
    const folder = folderWith({
      'own.jwt': await token('https://school.example/keys/1'),
      'named.jwt': await token('https://school.example/keys/4'),
      'set.jwt': await token('https://school.example/jwks.json#k1'),
      'other.jwt': await token('https://keys.example/1'),
      'missing.jwt': await token('https://school.example/keys/2'),
      'private.jwt': await token('https://school.example/keys/3'),
      'cache/own.json': JSON.stringify({ id: 'https://school.example/keys/1', ...jwk }),
      'cache/named.json': JSON.stringify({ kid: 'https://school.example/keys/4', ...jwk }),
      'cache/set.json': JSON.stringify({
        id: 'https://school.example/jwks.json',
        keys: [
          { kid: 'k0', kty: 'EC' },
          { kid: 'k1', ...jwk },
        ],
      }),
      'cache/other.json': JSON.stringify({ id: 'https://keys.example/1', controller: issuer, publicKeyJwk: jwk }),
      'cache/private.json': JSON.stringify({ id: 'https://school.example/keys/3', ...(await exportJWK(pair.privateKey)) }),
    });
    const names = ['own', 'named', 'set', 'other', 'missing', 'private'];
    const { code, lines } = verified(folder, ...names.map((name) => `${name}.jwt`));
    expect(code).toBe(2);
    expect(lines).toMatchObject([
      { verdict: 'valid', signature: 'good', issuer: 'known', status: 'none', problems: [] },
      { verdict: 'valid', signature: 'good', issuer: 'known', problems: [] },
      { verdict: 'valid', signature: 'good', issuer: 'known', problems: [] },
      { verdict: 'unknown', signature: 'good', issuer: 'unknown', problems: ['key-unbound'] },
      { verdict: 'unknown', signature: 'unsupported', problems: ['key-not-at-hand'] },
      { verdict: 'unknown', signature: 'unsupported', problems: ['key-not-at-hand'] },
    ]);
  });
});

it('a hosted badge of Open Badges 2 is checked with what the folder has of its host', () => {
  const at = (path: string): string => `https://school.example${path}`;
  const common = { '@context': 'https://w3id.org/openbadges/v2' };
  const assertion = {
    ...common,
    type: 'Assertion',
    id: at('/a/1'),
    recipient: { type: 'email', hashed: false, identity: 'amina@example.org' },
    badge: at('/c/1'),
    verification: { type: 'hosted' },
    issuedOn: '2020-01-01T00:00:00Z',
  };
  const badge = { name: 'Cuisiner', description: 'x', image: at('/c/1.png'), criteria: { narrative: 'x' }, issuer: at('/i') };
  const issuer = { name: 'School', url: at('/'), email: 'a@school.example' };
  const folder = folderWith({
    'badge.json': JSON.stringify(assertion),
    'cache/a.json': JSON.stringify(assertion),
    'cache/c.json': JSON.stringify({ ...common, type: 'BadgeClass', id: at('/c/1'), ...badge }),
    'cache/i.json': JSON.stringify({ ...common, type: 'Issuer', id: at('/i'), ...issuer }),
    'bare/x.txt': '',
  });
  for (const name of ['a', 'c', 'i']) utimesSync(join(folder, `cache/${name}.json`), NOW / 1000, NOW / 1000);
  expect(verified(folder, 'badge.json')).toMatchObject({
    code: 0,
    lines: [{ verdict: 'valid', signature: 'absent', issuer: 'known', statusAsOf: AT }],
  });
  const bare = cli(folder, 'verify', 'badge.json', '--json', '--offline', '--cache', 'bare', '--at', AT);
  expect([bare.code, jsonLines(bare.out)]).toMatchObject([2, [{ verdict: 'unknown', problems: ['to-be-checked'] }]]);
});

describe('--at', () => {
  it('looks at that moment: before the badge began, after it ended, after its device’s key ended', async () => {
    const folder = folderWith({
      ...(await cache()),
      'badge.json': JSON.stringify(await aBadge({ validUntil: NOW + DAY })),
      'device.json': JSON.stringify(await aBadge({}, device)),
    });
    const at = (instant: number, file: string) =>
      jsonLines(cli(folder, 'verify', file, '--json', '--offline', '--cache', 'cache', '--at', new Date(instant).toISOString()).out)[0];
    expect(at(NOW - 2 * DAY, 'badge.json')).toMatchObject({ verdict: 'invalid', problems: ['not-yet-valid'] });
    expect(at(NOW, 'badge.json')).toMatchObject({ verdict: 'valid', problems: [] });
    expect(at(NOW + DAY, 'badge.json')).toMatchObject({ verdict: 'invalid', problems: ['expired'] });
    expect(at(NOW + 31 * DAY, 'device.json')).toMatchObject({ verdict: 'invalid', problems: ['key-expired'] });
    const zoned = cli(folder, 'verify', 'badge.json', '--json', '--offline', '--cache', 'cache', '--at', '2026-05-30T11:00:00+02:00');
    expect(zoned.code).toBe(0);
  });
});

it('pictures and tokens of 1EdTech are told from broken ones', () => {
  const svg = vectorText('1edtech-ob30/simple-jwt.svg');
  const folder = folderWith({ 'cache/x.txt': '', 'good.svg': svg, 'broken.svg': svg.replace('.cz2W', '.cz2X'), 'empty.svg': '<svg/>' });
  const { code, lines } = verified(folder, 'good.svg', 'broken.svg', 'empty.svg');
  expect(code).toBe(1);
  expect(lines).toMatchObject([
    { verdict: 'unknown', signature: 'good', problems: ['embedded-key'] },
    { verdict: 'invalid', signature: 'bad' },
    { verdict: 'invalid', signature: 'absent', problems: ['no-badge-inside'] },
  ]);
});

it('as it is typed: npm run -s cli -- verify, from another folder, with settings no server would start with', async () => {
  const folder = folderWith({ 'badge.json': JSON.stringify(await aBadge()), ...(await cache()) });
  const args = [
    '--prefix',
    projectRoot,
    'run',
    '-s',
    'cli',
    '--',
    'verify',
    'badge.json',
    '--json',
    '--offline',
    '--cache',
    'cache',
    '--at',
    AT,
  ];
  const { status, stdout } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder, PORT: 'x' },
  });
  expect([status, jsonLines(stdout)]).toEqual([0, [expect.objectContaining({ file: 'badge.json', verdict: 'valid' })]]);
});
