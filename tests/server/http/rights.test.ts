import { describe, expect, it } from 'vitest';
import { DEMO_ADVISOR, DEMO_EVENT, DEMO_INVITATION, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { ACTION_NAMES, type ActionName } from '#domain/actions';
import { CATALOGUE, scopeOf } from '#domain/ids';
import { put } from '#domain/record';
import { mayDo } from '#domain/rights';
import { MAX_ROWS } from '#protocol/limits';
import { write } from '#server/actions/set-up';
import { ROUTES } from '#server/http/routes';
import { ARGUMENTS } from '../../build/asking.ts';
import { badgeId, signerOfNumber } from '../../build/field.ts';
import { besides, CODE, cardOf, demoTicket, jsonOf, NONCE, type Phone, prove, push, verdictOf } from '../../build/server-world.ts';

import { type Cell, everybody, get, HIDDEN, LINK, QUESTION, SHOWN, setScene, signedIn, VISITORS, type Visitor } from './rights-scene.ts';

/** What each visitor tries on each route, and what must come of it. A route that is not here fails the test. */
const MATRIX: Readonly<
  Record<string, readonly { readonly attempt: string; readonly cell: Cell; readonly verdicts: Readonly<Record<Visitor, string>> }[]>
> = {
  '/healthz': [{ attempt: 'asks', cell: get('/healthz'), verdicts: everybody('200') }],
  '/b/:badge': [
    { attempt: 'a badge that is not shown, its holder too', cell: get(`/b/${HIDDEN}`), verdicts: everybody('404 NotFound') },
    { attempt: 'a shown badge', cell: get(`/b/${SHOWN}`), verdicts: everybody('200') },
    { attempt: 'a person’s identifier', cell: get(`/b/${DEMO_PEOPLE[0].subject}`), verdicts: everybody('404 NotFound') },
  ],
  '/b/:badge/image.svg': [
    { attempt: 'a badge that is not shown', cell: get(`/b/${HIDDEN}/image.svg`), verdicts: everybody('404 NotFound') },
  ],
  '/b/:badge/badge.jwt': [
    {
      attempt: 'a badge that is not shown',
      cell: get(`/b/${HIDDEN}/badge.jwt`),
      verdicts: { ...everybody('404 NotFound'), Amina: '200' },
    },
    { attempt: 'a shown badge', cell: get(`/b/${SHOWN}/badge.jwt`), verdicts: everybody('200') },
    { attempt: 'a person’s identifier', cell: get(`/b/${DEMO_PEOPLE[0].subject}/badge.jwt`), verdicts: everybody('404 NotFound') },
  ],
  '/api/document': [
    { attempt: 'no address', cell: get('/api/document'), verdicts: everybody('400 Malformed') },
    ...['http://school.example/', 'https://127.0.0.1/', 'https://169.254.169.254/latest/meta-data', 'https://localhost:8787/healthz'].map(
      (address) => ({
        attempt: `an address that is not public, ${address}`,
        cell: get(`/api/document?url=${encodeURIComponent(address)}`),
        verdicts: everybody('400 AddressRefused'),
      }),
    ),
  ],
  '/m/:mould': [{ attempt: 'asks', cell: get('/m/je-participe'), verdicts: everybody('200') }],
  '/m/:mould/image.svg': [{ attempt: 'of no mould', cell: get('/m/none/image.svg'), verdicts: everybody('404 NotFound') }],
  '/s/:structure/did.json': [
    { attempt: 'asks', cell: get(`/s/${DEMO_STRUCTURE.id}/did.json`), verdicts: everybody('200') },
    { attempt: 'no structure', cell: get('/s/server/did.json'), verdicts: everybody('404 NotFound') },
  ],
  '/l/:structure': [{ attempt: 'asks', cell: get(`/l/${DEMO_STRUCTURE.id}`), verdicts: everybody('200') }],
  '/p/:part/did.json': [
    { attempt: 'a person by her identifier', cell: get(`/p/${DEMO_PEOPLE[0].subject}/did.json`), verdicts: everybody('200') },
    { attempt: 'a person by her inner id', cell: get(`/p/${DEMO_PEOPLE[0].id}/did.json`), verdicts: everybody('404 NotFound') },
    { attempt: 'a person by her badge', cell: get(`/p/${SHOWN}/did.json`), verdicts: everybody('404 NotFound') },
  ],
  '/api/sign-out': [
    {
      attempt: 'takes the cookie along',
      cell: ({ world, cookies }, visitor) => verdictOf(world.post('/api/sign-out', {}, { cookie: cookies[visitor] })),
      verdicts: everybody('200'),
    },
  ],
  '/api/challenge': [
    {
      attempt: 'asks',
      cell: ({ world, cookies }, visitor) => verdictOf(world.post('/api/challenge', {}, { cookie: cookies[visitor] })),
      verdicts: everybody('200'),
    },
  ],
  '/api/card/open': [
    {
      attempt: 'with no card',
      cell: ({ world, cookies }, visitor) =>
        verdictOf(world.post('/api/card/open', { secret: 'A'.repeat(22) }, { cookie: cookies[visitor] })),
      verdicts: everybody('404 CardUnknown'),
    },
    {
      attempt: 'with the card',
      cell: ({ world, cookies }, visitor) => verdictOf(world.post('/api/card/open', { secret: cardOf(2) }, { cookie: cookies[visitor] })),
      verdicts: everybody('200'),
    },
  ],
  '/api/witness/open': [
    {
      attempt: 'with no secret of anybody’s',
      cell: ({ world, cookies }, visitor) =>
        verdictOf(world.post('/api/witness/open', { secret: 'A'.repeat(22) }, { cookie: cookies[visitor] })),
      verdicts: everybody('404 CardUnknown'),
    },
    {
      attempt: 'with the secret of a card, or of an organiser’s invitation',
      cell: async ({ world, cookies }, visitor) => {
        const secrets = [cardOf(0), DEMO_INVITATION, DEMO_ADVISOR.invitation];
        const said = await Promise.all(
          secrets.map((secret) => verdictOf(world.post('/api/witness/open', { secret }, { cookie: cookies[visitor] }))),
        );
        return [...new Set(said)].join();
      },
      verdicts: everybody('404 CardUnknown'),
    },
    {
      attempt: 'with the secret of a question',
      cell: ({ world, cookies }, visitor) => verdictOf(world.post('/api/witness/open', { secret: QUESTION }, { cookie: cookies[visitor] })),
      verdicts: everybody('200'),
    },
  ],
  '/api/link/open': [
    {
      attempt: 'with no secret of anybody’s, or that of a card, an invitation or a question',
      cell: async ({ world, cookies }, visitor) => {
        const secrets = ['A'.repeat(22), cardOf(0), DEMO_INVITATION, QUESTION];
        const said = await Promise.all(
          secrets.map((secret) => verdictOf(world.post('/api/link/open', { secret }, { cookie: cookies[visitor] }))),
        );
        return [...new Set(said)].join();
      },
      verdicts: everybody('404 NotFound'),
    },
    {
      attempt: 'with the secret of a link to a badge that is not shown',
      cell: ({ world, cookies }, visitor) => verdictOf(world.post('/api/link/open', { secret: LINK }, { cookie: cookies[visitor] })),
      verdicts: everybody('200'),
    },
  ],
  '/api/enrol': [
    {
      attempt: 'with the card of somebody else and a wrong code',
      cell: async ({ world, phones, cookies }, visitor) => {
        const signer = phones[visitor].signer;
        const said = { with: 'card', secret: cardOf(1), code: [9, 9, 9, 9], ...(await prove(world, signer, 'enrol')) };
        return verdictOf(world.post('/api/enrol', said, { cookie: cookies[visitor] }));
      },
      verdicts: { ...everybody('423 CodeLocked'), nobody: '422 CodeWrong', stranger: '422 CodeWrong' },
    },
    {
      attempt: 'with the right card and code, but a key that is somebody else’s',
      cell: async ({ world, amina, cookies }, visitor) => {
        const said = { with: 'card', secret: cardOf(2), code: CODE, ...(await prove(world, amina.signer, 'enrol')) };
        return verdictOf(world.post('/api/enrol', said, { cookie: cookies[visitor] }));
      },
      verdicts: everybody('403 NotAllowed'),
    },
  ],
  '/api/sign-in': [
    {
      attempt: 'as oneself',
      cell: async ({ world, phones, cookies }, visitor) =>
        verdictOf(world.post('/api/sign-in', await prove(world, phones[visitor].signer, 'sign-in'), { cookie: cookies[visitor] })),
      verdicts: {
        ...everybody('200'),
        nobody: '401 SignInNeeded',
        stranger: '401 SignInNeeded',
        forger: '401 SignInNeeded',
        revoked: '410 DeviceEnded',
      },
    },
    {
      attempt: 'as Amina’s device, without its key',
      cell: async ({ world, amina, cookies }, visitor) => {
        const proof = await prove(world, await signerOfNumber(97), 'sign-in');
        return verdictOf(world.post('/api/sign-in', { ...proof, device: amina.device }, { cookie: cookies[visitor] }));
      },
      verdicts: everybody('400 SignatureBad'),
    },
  ],
  '/api/sync/push': [
    {
      attempt: 'in the name of Amina’s device',
      cell: async ({ world, phones, amina, cookies }, visitor) => {
        const segment = await phones[visitor].seal({ name: 'show-badge', args: { badge: HIDDEN, to: 'world' } });
        const said = { protocol: 1, nonce: NONCE, segments: [{ ...segment, device: amina.device, prev: 'A'.repeat(43) }] };
        return verdictOf(world.post('/api/sync/push', said, { cookie: cookies[visitor] }));
      },
      verdicts: everybody('400 SignatureBad'),
    },
  ],
  '/api/sync/pull': [
    {
      attempt: 'as oneself',
      cell: ({ world, phones, cookies }, visitor) =>
        verdictOf(
          world.post(
            '/api/sync/pull',
            { protocol: 1, nonce: NONCE, device: phones[visitor].device, cursors: {} },
            { cookie: cookies[visitor] },
          ),
        ),
      verdicts: { ...everybody('200'), ...signedIn },
    },
    {
      attempt: 'as Amina’s device',
      cell: ({ world, amina, cookies }, visitor) =>
        verdictOf(
          world.post('/api/sync/pull', { protocol: 1, nonce: NONCE, device: amina.device, cursors: {} }, { cookie: cookies[visitor] }),
        ),
      verdicts: { ...everybody('401 SignInNeeded'), ...signedIn, Amina: '200' },
    },
  ],
};

describe('every route', () => {
  it('has its place in the matrix', () => {
    expect(ROUTES.map(({ path }) => path).toSorted()).toEqual(Object.keys(MATRIX).toSorted());
  });

  const cells = Object.entries(MATRIX).flatMap(([path, attempts]) =>
    attempts.map(({ attempt, cell, verdicts }) => ({ path, attempt, cell, verdicts })),
  );
  it.each(cells)('$path: $attempt', async ({ cell, verdicts }) => {
    const scene = await setScene();
    const found: [Visitor, string][] = [];
    for (const visitor of VISITORS) found.push([visitor, await cell(scene, visitor)]);
    expect(Object.fromEntries(found)).toEqual(verdicts);
  });

  it('that changes something refuses a request another site has made a browser send', async () => {
    const { world, amina } = await setScene();
    for (const { path } of ROUTES.filter(({ method }) => method === 'POST')) {
      for (const headers of [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'null' },
      ]) {
        expect([path, await verdictOf(world.post(path, {}, { cookie: amina.cookie(), headers }))]).toEqual([path, '403 NotAllowed']);
      }
    }
    const own = { origin: world.origin, 'sec-fetch-site': 'same-origin' };
    expect(await verdictOf(world.post('/api/challenge', {}, { headers: own }))).toBe('200');
  });
});

describe('a pull', () => {
  const scopesOf = async (phone: Phone, cursors: Readonly<Record<string, number>> = {}) => {
    const { scopes } = await jsonOf<{ scopes: { scope: string; rows: { kind: string }[] }[] }>(phone.pull(cursors));
    return scopes;
  };

  it('gives each exactly their scopes, whatever they ask for', async () => {
    const { phones, amina } = await setScene();
    const all = DEMO_PEOPLE.map(({ id }) => scopeOf('p', id));
    const wishes = [
      ...all,
      ...DEMO_PEOPLE.map(({ id }) => scopeOf('q', id)),
      scopeOf('s', DEMO_STRUCTURE.id),
      scopeOf('e', DEMO_EVENT.id),
      scopeOf('d', amina.device),
      scopeOf('n', DEMO_PEOPLE[0].id),
      scopeOf('j', '0'),
      scopeOf('l', DEMO_STRUCTURE.id),
      scopeOf('b', SHOWN),
    ];
    const cursors = Object.fromEntries(wishes.map((scope) => [scope, 0]));
    const allowed = {
      Amina: [CATALOGUE, scopeOf('d', amina.device), scopeOf('p', DEMO_PEOPLE[0].id), scopeOf('q', DEMO_PEOPLE[0].id)],
      Karim: [CATALOGUE, scopeOf('d', phones.Karim.device), scopeOf('p', DEMO_PEOPLE[1].id), scopeOf('q', DEMO_PEOPLE[1].id)],
      advisor: [CATALOGUE, scopeOf('d', phones.advisor.device), scopeOf('s', DEMO_STRUCTURE.id), scopeOf('e', DEMO_EVENT.id), ...all],
      organiser: [CATALOGUE, scopeOf('d', phones.organiser.device), scopeOf('s', DEMO_STRUCTURE.id), scopeOf('e', DEMO_EVENT.id)],
    };
    for (const visitor of ['Amina', 'Karim', 'organiser', 'advisor'] as const) {
      const found = (await scopesOf(phones[visitor], cursors)).map(({ scope }) => scope);
      expect(found.toSorted()).toEqual(allowed[visitor].toSorted());
    }
  });

  it('never gives out what only the server needs: cards, counters, jobs, chains', async () => {
    const { phones } = await setScene();
    for (const visitor of ['Amina', 'Karim', 'organiser', 'advisor'] as const) {
      const kinds = (await scopesOf(phones[visitor])).flatMap(({ rows }) => rows.map(({ kind }) => kind));
      for (const kind of ['card', 'invitation', 'counter', 'job', 'page', 'head']) expect(kinds).not.toContain(kind);
    }
  });

  it('of many rows comes in pages, each row once', async () => {
    const { world, amina } = await setScene();
    const scope = scopeOf('p', DEMO_PEOPLE[0].id);
    const many = Array.from({ length: 2 * MAX_ROWS + 200 }, (_, i) => put(scope, 'key', `z${i}`, { enrolledAt: i }));
    await besides(world, (store) => write(store, many));
    const seen: string[] = [];
    let cursors: Record<string, number> = {};
    for (let more = true, pages = 0; more; pages++) {
      const reply = await jsonOf<{ scopes: { scope: string; cursor: number; rows: { id: string; kind: string }[] }[]; more: boolean }>(
        amina.pull(cursors),
      );
      const rows = reply.scopes.flatMap((page) => page.rows);
      expect(rows.length).toBeLessThanOrEqual(MAX_ROWS);
      expect(pages).toBeLessThan(5);
      seen.push(...rows.filter(({ kind }) => kind === 'key').map(({ id }) => id));
      cursors = Object.fromEntries(reply.scopes.map((page) => [page.scope, page.cursor]));
      more = reply.more;
    }
    expect(seen.filter((id) => many.some((patch) => patch.id === id))).toEqual(many.map(({ id }) => id));
  });

  it('stands still when nothing has changed', async () => {
    const { amina } = await setScene();
    const first = await jsonOf<{ scopes: { scope: string; cursor: number; rows: unknown[] }[]; more: boolean }>(amina.pull());
    expect(first.more).toBe(false);
    const cursors = Object.fromEntries(first.scopes.map(({ scope, cursor }) => [scope, cursor]));
    expect((await scopesOf(amina, cursors)).map(({ rows }) => rows)).toEqual(first.scopes.map(() => []));
  });
});

describe('every act', () => {
  // What comes of it where the role may do it: Amina holds this event's badge already, the badge she would hide is Karim's, she has thought
  // about nothing yet; and the person the others speak of is none of the structure's.
  const REFUSED: { readonly [name in ActionName]?: string } = {
    'claim-badge': 'AlreadyHeld',
    'show-badge': 'BadgeUnknown',
    'keep-reflection': 'RequestUnknown',
    'show-evidence': 'RequestUnknown',
    'send-request': 'RequestUnknown',
    'take-back-request': 'RequestUnknown',
    'ask-witness': 'NotYours',
    'say-seen': 'NotYours',
    'answer-request': 'NotYours',
    'give-badge': 'NotYours',
  };
  const ROLES = { Amina: 'person', organiser: 'organiser', advisor: 'advisor' } as const;
  const visitors = Object.keys(ROLES) as readonly (keyof typeof ROLES)[];

  it.each(ACTION_NAMES.flatMap((name) => visitors.map((visitor) => [name, visitor] as const)))(
    '%s by %s is judged by the table of rights',
    async (name, visitor) => {
      const { world, phones } = await setScene();
      const all = {
        ...ARGUMENTS,
        'claim-badge': { badge: badgeId(5), ticket: await demoTicket(world, phones.organiser) },
        'show-badge': { badge: SHOWN, to: 'me' },
      };
      await push(world, await phones[visitor].seal({ name, args: { ...all[name] } }));
      const { scopes } = await jsonOf<{ scopes: { rows: { kind: string; body: { refusal: { type: string } } }[] }[] }>(
        phones[visitor].pull(),
      );
      const refusals = scopes.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'refusal').map(({ body }) => body.refusal.type));
      const own = REFUSED[name];
      expect(refusals).toEqual(mayDo(ROLES[visitor], name) ? (own ? [own] : []) : ['NotYours']);
      expect((await world.ask(`/b/${SHOWN}`)).status).toBe(200);
    },
  );
});
