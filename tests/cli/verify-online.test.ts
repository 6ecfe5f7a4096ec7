import { describe, expect, it } from 'vitest';
import { runCli } from '#cli/main';
import { buildIssuerDocument, methodId } from '#credentials/did-document';
import { didWeb } from '#credentials/did-web';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { buildStatusList } from '#credentials/status-list';
import { openOutsideWorld } from '../build/outside-world.ts';
import { folderWith, jsonLines } from '../build/program.ts';
import { anAward, DAY, must, NOW, organisation } from '../credentials/fixtures.ts';

const ISSUER = didWeb('school.example', 's', 'inae');
const LIST = 'https://school.example/l/inae';
const METHOD = methodId(ISSUER, organisation.publicKey);

/** A school with a server of its own, and a badge it gave; `files`: what its server has besides. */
const openSchool = async (files: Readonly<Record<string, string>> = {}) => {
  const content = { id: LIST, issuer: ISSUER, purpose: 'revocation', marked: [], validFrom: NOW - DAY } as const;
  const badge = must(
    await issueBadge(
      buildOpenBadge(anAward({ issuer: { id: ISSUER, name: 'School' }, status: { list: LIST, index: 5 } })),
      organisation,
      METHOD,
      NOW,
    ),
  );
  const served: Readonly<Record<string, string>> = {
    '/s/inae/did.json': JSON.stringify(buildIssuerDocument(ISSUER, { organisation: [organisation.publicKey], devices: [] })),
    '/l/inae': JSON.stringify(must(await issueBadge(await buildStatusList(content), organisation, METHOD, NOW))),
    '/b/1': JSON.stringify(badge),
    ...files,
  };
  const world = await openOutsideWorld((request, response) => {
    const body = served[request.url ?? ''];
    if (body === undefined) response.writeHead(request.url === '/a/gone' ? 410 : 404).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  // The school's name stands for its server on this machine, whose port is never 443.
  const outside = (address: string, maxBytes: number) =>
    world.outside(address.replace('school.example/', `school.example:${world.port}/`), maxBytes);
  const folder = folderWith({ 'badge.json': JSON.stringify(badge) });
  const verify = async (...args: readonly string[]) => {
    const out: string[] = [];
    const terminal = { env: {}, folder, now: NOW + 1000, outside, print: (line: string) => void out.push(`${line}\n`), fail: () => 9 };
    const code = await runCli(['verify', ...args, '--json'], terminal);
    return { code, lines: jsonLines(out.join('')) };
  };
  return { world, verify, asked: () => world.seen.map(({ url }) => url) };
};

describe('with a network', () => {
  it('the issuer’s document and list are asked for, each once, and the answer dates from now', async () => {
    const { verify, asked } = await openSchool();
    const { code, lines } = await verify('badge.json', 'badge.json');
    expect([code, lines]).toEqual([
      0,
      Array(2).fill(expect.objectContaining({ verdict: 'valid', statusAsOf: new Date(NOW + 1000).toISOString() })),
    ]);
    expect(asked()).toEqual(['/s/inae/did.json', '/l/inae']);
  });

  it('a badge can be given by its address', async () => {
    const { verify } = await openSchool();
    expect(await verify('https://school.example/b/1')).toMatchObject({
      code: 0,
      lines: [{ file: 'https://school.example/b/1', verdict: 'valid' }],
    });
    expect(await verify('https://school.example/b/2')).toMatchObject({
      code: 2,
      lines: [{ verdict: 'unknown', problems: ['unreadable'] }],
    });
  });

  it('that is off nobody is asked', async () => {
    const { verify, asked } = await openSchool();
    expect(await verify('badge.json', 'https://school.example/b/1', '--offline')).toMatchObject({
      code: 2,
      lines: [{ verdict: 'unknown', signature: 'good', issuer: 'unknown' }, { problems: ['unreadable'] }],
    });
    expect(asked()).toEqual([]);
  });

  it.each([
    [
      'another issuer’s document',
      JSON.stringify(buildIssuerDocument('did:web:other.example', { organisation: [organisation.publicKey], devices: [] })),
    ],
    ['a page', '<!doctype html>'],
    ['a document with a private key', JSON.stringify({ id: ISSUER, verificationMethod: [{ id: '#1', privateKeyMultibase: 'z1' }] })],
  ])('%s in the place of the issuer’s makes nobody known', async (_, text) => {
    const { verify } = await openSchool({ '/s/inae/did.json': text });
    expect((await verify('badge.json')).lines).toMatchObject([{ verdict: 'unknown', signature: 'good', issuer: 'unknown' }]);
  });

  it('a list the issuer did not sign says nothing', async () => {
    const { verify } = await openSchool({ '/l/inae': '{"type":["BitstringStatusListCredential"]}' });
    expect((await verify('badge.json')).lines).toMatchObject([
      { verdict: 'unknown', status: 'unknown', problems: ['status-list-not-at-hand'] },
    ]);
  });
});

describe('a hosted badge of Open Badges 2', () => {
  const at = (path: string): string => `https://school.example${path}`;
  const context = 'https://w3id.org/openbadges/v2';
  const assertion = {
    '@context': context,
    type: 'Assertion',
    id: at('/a/1'),
    recipient: { type: 'email', hashed: false, identity: 'amina@example.org' },
    badge: at('/c/1'),
    verification: { type: 'hosted' },
    issuedOn: '2020-01-01T00:00:00Z',
  };
  const files = {
    '/a/1': JSON.stringify(assertion),
    '/c/1': JSON.stringify({
      '@context': context,
      type: 'BadgeClass',
      id: at('/c/1'),
      name: 'Cuisiner',
      description: 'x',
      image: at('/c/1.png'),
      criteria: { narrative: 'x' },
      issuer: at('/i'),
    }),
    '/i': JSON.stringify({ '@context': context, type: 'Issuer', id: at('/i'), name: 'School', url: at('/'), email: 'a@school.example' }),
  };

  it('is true as long as its host says so', async () => {
    const { verify } = await openSchool(files);
    expect(await verify(at('/a/1'))).toMatchObject({
      code: 0,
      lines: [{ verdict: 'valid', signature: 'absent', issuer: 'known', status: 'active' }],
    });
    expect(await verify(at('/a/1'), '--offline')).toMatchObject({ code: 2, lines: [{ verdict: 'unknown', problems: ['unreadable'] }] });
  });

  it('that its host has taken back is revoked', async () => {
    const { verify } = await openSchool(files);
    expect(await verify(at('/a/gone'))).toMatchObject({
      code: 1,
      lines: [{ verdict: 'invalid', status: 'revoked', problems: ['revoked'] }],
    });
  });
});
