import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from '#content/demo';
import { parseDidDocument } from '#credentials/did-document';
import { readStatusList } from '#credentials/status-list';
import { verifyCredential } from '#credentials/verify';
import { PROBLEM_TYPE } from '#protocol/problem';
import { CONTENT_TYPE } from '#protocol/version';
import { PAGE_POLICY } from '#server/http/guard-headers';
import { ROUTES } from '#server/http/routes';
import { badgeId } from '../../build/field.ts';
import { aClaim, demoTicket, jsonOf, openWorld, organiserOf, phoneOf, push, verdictOf, type World } from '../../build/server-world.ts';

const BADGE = badgeId(1);
const PAGE = `/b/${BADGE}`;

const FILES = {
  'index.html': '<!doctype html><title>Pépites</title>',
  'assets/app-a1b2.js': 'console.log(1)',
  'assets/app-a1b2.js.br': 'BROTLI',
  'assets/app-a1b2.js.gz': gzipSync('console.log(1)'),
  'service-worker.js': 'self',
  'pictures/event.svg': '<svg viewBox="0 0 10 10"><path d="M0 0"/></svg>',
  'manifest.webmanifest': '{}',
  '.stamp': 'x',
  'notes.md': 'x',
};

/** A world in which Amina has claimed a badge, and shows it or not. */
const withBadge = async (to: 'me' | 'world') => {
  const world = await openWorld({}, FILES);
  const phone = await phoneOf(world, 0);
  const ticket = await demoTicket(world, await organiserOf(world));
  await push(
    world,
    await phone.seal(aClaim(BADGE, ticket), ...(to === 'world' ? [{ name: 'show-badge', args: { badge: BADGE, to } }] : [])),
  );
  return { world, phone };
};

const accepting = (accept: string) => ({ headers: { accept } });
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

const isOfApi = ({ headers }: Response): boolean => [CONTENT_TYPE, PROBLEM_TYPE].includes(headers.get('content-type') ?? '');

describe('the address of a badge', () => {
  it('answers the credential to programs and the page to browsers', async () => {
    const { world } = await withBadge('world');
    for (const type of ['application/vc', 'application/vc+ld+json', 'application/ld+json', 'application/json']) {
      const answer = await world.ask(PAGE, accepting(type));
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([200, type, 'accept']);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await jsonOf(answer)).toMatchObject({ id: `${world.origin}${PAGE}` });
    }
    for (const accept of ['*/*', 'application/json;q=0.5, text/plain', 'application/json, text/html;q=0.9'])
      expect(await jsonOf(world.ask(PAGE, accepting(accept)))).toMatchObject({ type: expect.any(Array) });
    expect(await (await world.ask(PAGE, accepting(BROWSER))).text()).toBe(FILES['index.html']);
  });

  it('gives nothing of a badge that is not shown, exactly as for one that never was', async () => {
    const { world } = await withBadge('me');
    const never = `/b/${badgeId(2)}`;
    for (const end of ['', '/image.svg']) {
      const [hidden, unknown] = await Promise.all([world.ask(PAGE + end, accepting('*/*')), world.ask(never + end, accepting('*/*'))]);
      expect([hidden.status, await hidden.text(), [...hidden.headers]]).toEqual([404, await unknown.text(), [...unknown.headers]]);
    }
    expect((await world.ask(PAGE, accepting(BROWSER))).status).toBe(200);
  });

  it('closes again when its holder says so', async () => {
    const { world, phone } = await withBadge('world');
    expect((await world.ask(PAGE, accepting('application/vc'))).status).toBe(200);
    world.clock.tick(1000);
    await push(world, await phone.seal({ name: 'show-badge', args: { badge: BADGE, to: 'me' } }));
    expect((await world.ask(PAGE, accepting('application/vc'))).status).toBe(404);
  });

  it('has an image that runs no script, whole in itself', async () => {
    const { world } = await withBadge('world');
    const answer = await world.ask(`${PAGE}/image.svg`);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const svg = await answer.text();
    expect(svg).toContain('<svg');
    expect(svg).not.toMatch(/href="(?!#)|<script|<image|<style| style=/);
  });

  it('names nobody: neither first name nor structure’s people', async () => {
    const { world } = await withBadge('world');
    const text = JSON.stringify(await jsonOf(world.ask(PAGE)));
    for (const { id, person } of DEMO_PEOPLE) {
      expect(text).not.toContain(person.firstName);
      expect(text).not.toContain(id);
    }
  });
});

describe('what the server signs', () => {
  const at = async (world: World, path: string) => jsonOf<Record<string, never>>(world.ask(path));

  it('verifies with nothing but what it publishes: valid, signed by its issuer, not revoked', async () => {
    const { world } = await withBadge('world');
    const document = parseDidDocument(await at(world, '/s/jardins-de-pessac/did.json'));
    if (!document.ok) throw new Error(document.error.type);
    const dids = async (did: string) => (did === document.value.id ? { document: document.value, asOf: world.clock() } : undefined);
    const list = await readStatusList(await at(world, '/l/jardins-de-pessac'), world.clock(), dids);
    if (!list.ok) throw new Error(list.error.type);
    const credential = await at(world, PAGE);
    const report = await verifyCredential(credential, {
      at: world.clock(),
      dids: dids,
      statusLists: async (id: string) => (id === list.value.id ? list.value : undefined),
    });
    expect(report).toMatchObject({ verdict: 'valid', signature: 'good', issuer: 'known', status: 'active', problems: [] });
    const changed = { ...credential, name: 'Directrice' };
    expect(await verifyCredential(changed, { at: world.clock(), dids: dids, statusLists: async () => list.value })).toMatchObject({
      verdict: 'invalid',
      signature: 'bad',
    });
  });

  it('gives the mould the credential names, with its image', async () => {
    const { world } = await withBadge('world');
    expect(await at(world, '/m/je-participe')).toMatchObject({
      id: `${world.origin}/m/je-participe`,
      type: ['Achievement'],
      name: 'Je participe',
      criteria: { narrative: expect.any(String) },
    });
    expect((await world.ask('/m/je-participe/image.svg')).status).toBe(200);
  });

  it('signs the status list again after a day, not before', async () => {
    const world = await openWorld();
    const from = async () => (await at(world, '/l/jardins-de-pessac'))['validFrom'];
    const first = await from();
    world.clock.tick(86_400_000 - 1);
    expect(await from()).toBe(first);
    world.clock.tick(1);
    expect(await from()).not.toBe(first);
  });
});

describe('the app’s files', () => {
  it('are compressed for who can read it, and kept for ever when their name says what they hold', async () => {
    const world = await openWorld({}, FILES);
    const encoded = async (accept: string) => {
      const answer = await world.ask('/assets/app-a1b2.js', { headers: { 'accept-encoding': accept } });
      return [answer.headers.get('content-encoding'), (await answer.arrayBuffer()).byteLength];
    };
    expect(await encoded('gzip, deflate, br, zstd')).toEqual(['br', 6]);
    expect(await encoded('gzip')).toEqual(['gzip', FILES['assets/app-a1b2.js.gz'].length]);
    expect(await encoded('br;q=0, identity')).toEqual([null, 14]);
    const answer = await world.ask('/assets/app-a1b2.js');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('vary')).toBe('accept-encoding');
  });

  it('are asked for anew each time otherwise, and not sent twice', async () => {
    const world = await openWorld({}, FILES);
    for (const path of ['/', '/badges', '/service-worker.js', '/manifest.webmanifest']) {
      const answer = await world.ask(path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      const again = await world.ask(path, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
      expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
    }
  });

  it('that are missing are a problem, never the page', async () => {
    const world = await openWorld({}, FILES);
    for (const path of [
      '/assets/app-old.js',
      '/assets/chunk',
      '/logo.png',
      '/.stamp',
      '/notes.md',
      '/assets/app-a1b2.js.br',
      '/robots.txt',
    ]) {
      expect([path, await verdictOf(world.ask(path, accepting(BROWSER)))]).toEqual([path, '404 NotFound']);
    }
    expect((await world.ask('/e', accepting(BROWSER))).status).toBe(200);
  });

  it('are not there before the app is built: a clear 404', async () => {
    expect(await verdictOf((await openWorld()).ask('/'))).toBe('404 NotFound');
  });

  it('opened at 127.0.0.1 lead to localhost, the only name they work under', async () => {
    const world = await openWorld({}, FILES);
    const answer = await world.fetch(new Request('http://127.0.0.1:8787/badges?x=1'));
    expect([answer.status, answer.headers.get('location')]).toEqual([307, `${world.origin}/badges?x=1`]);
  });
});

describe('every answer', () => {
  it('carries the headers that guard it', async () => {
    const world = await openWorld({}, FILES);
    const answers = await Promise.all([
      ...ROUTES.map(({ path, method }) => world.ask(path.replaceAll(/:[a-z]+/g, 'x'), { method, ...(method === 'POST' && { body: {} }) })),
      world.ask('/'),
      world.ask('/no.js'),
      world.ask('/api/x'),
    ]);
    const [ofApi, others] = [answers.filter(isOfApi), answers.filter((answer) => !isOfApi(answer))];
    expect(Math.min(ofApi.length, others.length)).toBeGreaterThan(0);
    for (const answer of answers) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    for (const answer of ofApi) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toBeNull();
    }
    for (const answer of others) {
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(answer.headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
      expect(answer.headers.get('content-security-policy')).toBe(PAGE_POLICY);
      expect(answer.headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('asks for https where the address is https', async () => {
    const world = await openWorld({ PEPITES_PUBLIC_URL: 'https://badges.example.org' }, FILES);
    expect((await world.ask('/')).headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });

  it('leaves one line in the log that tells nothing of who asked what', async () => {
    const { world } = await withBadge('world');
    await world.ask(`${PAGE}?who=amina`, accepting('application/vc'));
    await world.ask('/assets/app-a1b2.js');
    await world.ask('/api/unknown/secret');
    const text = JSON.stringify(world.lines);
    expect(world.lines.slice(-3)).toEqual([
      { method: 'GET', route: '/b/:badge', status: 200, ms: 0 },
      { method: 'GET', route: 'app', status: 200, ms: 0 },
      { method: 'GET', route: '/api/*', status: 404, ms: 0 },
    ]);
    for (const personal of [BADGE, 'amina', 'Amina', 'secret', DEMO_PEOPLE[0].card, DEMO_PEOPLE[0].id])
      expect(text).not.toContain(personal);
  });
});
