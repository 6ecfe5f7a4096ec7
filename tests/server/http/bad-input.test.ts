import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ACTIONS, MAX_BODY_BYTES, MAX_PUSH_ACTIONS, MAX_PUSH_BYTES, MAX_PUSH_BYTES_INFLATED } from '#protocol/limits';
import { PROBLEM_STATUS } from '#protocol/problem';
import { ROUTES } from '#server/http/routes';
import { badgeId } from '../../build/field.ts';
import { aClaim, demoTicket, NONCE, openWorld, organiserOf, phoneOf, push, verdictOf } from '../../build/server-world.ts';

const POSTS = ROUTES.filter(({ method }) => method === 'POST').map(({ path }) => path);
// Questions without a body that matters, and those that first want to know who asks.
const UNREAD = ['/api/challenge', '/api/sign-out', '/api/sync/pull'];
const PARSING = POSTS.filter((path) => !UNREAD.includes(path));

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('a malformed body', () => {
  it.each(PARSING)('is refused with a code and nothing else: %s', async (path) => {
    const world = await openWorld();
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '"text"',
      '{"secret":1}',
      '\u0000',
      deep(33),
      deep(2500),
      `{"secret":"${'A'.repeat(23)}"}`,
      '{"__proto__":{"secret":"x"}}',
    ];
    for (const body of bodies) {
      const answer = await world.post(path, body);
      expect([body.slice(0, 20), await verdictOf(answer.clone())]).toEqual([body.slice(0, 20), '400 Malformed']);
      expect(await answer.json()).toEqual({ type: 'urn:pepites:problem:Malformed', title: 'Malformed', status: 400, code: 'Malformed' });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it('that is not UTF-8 is refused', async () => {
    const world = await openWorld();
    expect(await verdictOf(world.post('/api/card/open', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)))).toBe('400 Malformed');
  });

  it('never makes the server stumble, whatever it is', async () => {
    const world = await openWorld();
    const organiser = await organiserOf(world);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...POSTS),
        fc.oneof(fc.json(), fc.string(), fc.uint8Array({ maxLength: 300 })),
        async (path, body) => {
          const answer = await world.post(path, body, { cookie: organiser.cookie() });
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of another kind of media is refused before it is read', async () => {
    const world = await openWorld();
    const headers = { 'content-type': 'text/plain' };
    for (const path of PARSING) expect(await verdictOf(world.post(path, '{}', { headers }))).toBe('415 MediaType');
    expect(await verdictOf(world.post('/api/card/open', '{}', { headers: { 'content-encoding': 'gzip' } }))).toBe('415 MediaType');
    expect(await verdictOf(world.post('/api/sync/push', '{}', { headers: { 'content-encoding': 'br' } }))).toBe('415 MediaType');
  });
});

describe('an oversized body', () => {
  it('is refused, whether it says its length or not', async () => {
    const world = await openWorld();
    for (const path of PARSING) {
      const limit = path === '/api/sync/push' ? MAX_PUSH_BYTES : MAX_BODY_BYTES;
      expect(await verdictOf(world.post(path, 'x'.repeat(limit + 1)))).toBe('413 TooLarge');
      expect(await verdictOf(world.post(path, ' '.repeat(limit)))).toBe('400 Malformed');
    }
    expect(await verdictOf(world.post('/api/card/open', '{}', { headers: { 'content-length': '999999999' } }))).toBe('413 TooLarge');
  });

  it('that never ends is cut', async () => {
    const world = await openWorld();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const request = new Request(`${world.origin}/api/sync/push`, {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect(await verdictOf(world.fetch(request))).toBe('413 TooLarge');
    expect(sent).toBeLessThan(1024 * 1024);
  });

  it('hidden in gzip is cut while it swells', async () => {
    const world = await openWorld();
    const headers = { 'content-encoding': 'gzip' };
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 32), { level: 9 });
    expect(bomb.length).toBeLessThan(MAX_PUSH_BYTES);
    const before = process.memoryUsage().arrayBuffers;
    expect(await verdictOf(world.post('/api/sync/push', bomb, { headers }))).toBe('413 TooLarge');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
    expect(await verdictOf(world.post('/api/sync/push', gzipSync(' '.repeat(MAX_PUSH_BYTES_INFLATED + 1)), { headers }))).toBe(
      '413 TooLarge',
    );
    expect(await verdictOf(world.post('/api/sync/push', gzipSync('{}').subarray(0, 12), { headers }))).toBe('400 Malformed');
    expect(await verdictOf(world.post('/api/sync/push', '{}', { headers }))).toBe('400 Malformed');
  });

  it('in gzip is read when it is honest', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const ticket = await demoTicket(world, await organiserOf(world));
    const body = { protocol: 1, nonce: NONCE, segments: [await phone.seal(aClaim(badgeId(1), ticket))] };
    expect(await verdictOf(world.post('/api/sync/push', gzipSync(JSON.stringify(body)), { headers: { 'content-encoding': 'gzip' } }))).toBe(
      '200',
    );
  });

  it('of too many acts is refused', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const seal = (length: number) => phone.seal(...Array.from({ length }, () => ({ name: 'show-badge', args: {} })));
    const full = [];
    for (let i = 0; i < MAX_PUSH_ACTIONS / MAX_ACTIONS; i++) full.push(await seal(MAX_ACTIONS));
    expect(await verdictOf(push(world, ...full, await seal(1)))).toBe('413 TooLarge');
    // Not because of its bytes: without the last one it is taken.
    expect(await verdictOf(push(world, ...full))).toBe('200');
  });
});

describe('another protocol', () => {
  it('is refused by its own code', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    expect(await verdictOf(world.post('/api/sync/push', { protocol: 2, nonce: NONCE, segments: [] }))).toBe('400 ProtocolUnknown');
    expect(await verdictOf(world.post('/api/sync/pull', { protocol: 0 }, { cookie: phone.cookie() }))).toBe('400 ProtocolUnknown');
  });
});

describe('an address', () => {
  it('of the API that does not exist is a problem, and so is the wrong method', async () => {
    const world = await openWorld();
    expect(await verdictOf(world.ask('/api/secret'))).toBe('404 NotFound');
    expect(await verdictOf(world.post('/api/', {}))).toBe('404 NotFound');
    for (const { method, path } of ROUTES) {
      const other = method === 'GET' ? 'POST' : 'GET';
      const answer = await world.ask(path.replaceAll(/:[a-z]+/g, 'x'), { method: other, ...(other === 'POST' && { body: {} }) });
      expect([path, await verdictOf(answer)]).toEqual([path, '405 MethodNotAllowed']);
      expect(answer.headers.get('allow')).toContain(method);
    }
    expect(await verdictOf(world.ask('/', { method: 'DELETE' }))).toBe('405 MethodNotAllowed');
  });

  it('that climbs out of its folder finds nothing', async () => {
    const world = await openWorld({}, { 'index.html': '<p>app' });
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/data/pepites.db',
      '/%00.js',
      '/assets/..\\..\\data\\keys\\server.secret',
      '/.stamp.txt',
      '/b/%2e%2e/image.svg',
      '/s/..%2f/did.json',
    ])
      expect([path, (await world.ask(path)).status]).toEqual([path, 404]);
  });
});

describe('every refusal', () => {
  it('has the status its code has, our type, our header, and no trace', async () => {
    const world = await openWorld();
    for (const path of ['/api/nothing', '/b/x', '/assets/app.js']) {
      const answer = await world.ask(path);
      const body = (await answer.json()) as { code: keyof typeof PROBLEM_STATUS };
      expect(answer.status).toBe(PROBLEM_STATUS[body.code]);
      expect(Object.keys(body).toSorted()).toEqual(['code', 'status', 'title', 'type']);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('x-pepites-protocol')).toBe('1');
    }
  });
});
