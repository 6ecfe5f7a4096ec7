import { describe, expect, it } from 'vitest';
import { DEMO_EVENT, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { CATALOGUE, type DeviceId, type Scope, scopeOf } from '#domain/ids';
import { mayBring } from '#domain/media';
import { type LinksReply, MEDIA_FILE_PATH, MEDIA_LINKS_PATH, UPLOADS_PATH, uploadPath } from '#protocol/media';
import { revokeDevice } from '#server/actions/revoke-device';
import { MEDIA_ROUTES } from '#server/http/media-routes';
import { signerOfNumber } from '../../build/field.ts';
import { aPhoto, beginUpload, sendPart, sha256Hex, TUS, upload } from '../../build/media.ts';
import {
  advisorOf,
  besides,
  jsonOf,
  NONCE,
  openWorld,
  organiserOf,
  type Phone,
  phoneOf,
  verdictOf,
  type World,
} from '../../build/server-world.ts';

// She comes last: only what she does changes anything.
const VISITORS = ['nobody', 'Karim', 'organiser', 'advisor', 'revoked', 'forger', 'Amina'] as const;
type Visitor = (typeof VISITORS)[number];

interface Scene {
  readonly world: World;
  readonly cookies: { readonly [visitor in Visitor]: string | undefined };
  /** A photo of Amina's that has arrived, one on its way, and the address of the first. */
  readonly arrived: Uint8Array;
  readonly onItsWay: Uint8Array;
  readonly link: string;
}

const [AMINA, KARIM] = [DEMO_PEOPLE[0].id, DEMO_PEOPLE[1].id];
const HERS = scopeOf('q', AMINA);

const linksFor = (world: World, cookie: string | undefined, scope: Scope, media: string) =>
  world.post(MEDIA_LINKS_PATH, { protocol: 1, nonce: NONCE, wanted: [{ scope, media }] }, { cookie });

const setScene = async (): Promise<Scene> => {
  const world = await openWorld();
  const phones: { readonly [visitor in Exclude<Visitor, 'nobody' | 'forger'>]: Phone } = {
    Amina: await phoneOf(world, 0),
    Karim: await phoneOf(world, 1),
    organiser: await organiserOf(world),
    advisor: await advisorOf(world),
    revoked: await phoneOf(world, 0, 31),
  };
  const hers = phones.Amina.cookie();
  const [arrived, onItsWay] = [aPhoto(300, 1), aPhoto(300, 2)];
  await upload(world, { scope: HERS, bytes: arrived, cookie: hers });
  await beginUpload(world, { scope: HERS, bytes: onItsWay, cookie: hers });
  await besides(world, (store) => revokeDevice(store, phones.revoked.device));
  const { links } = await jsonOf<LinksReply>(linksFor(world, hers, HERS, sha256Hex(arrived)));
  const cookies = Object.fromEntries(Object.entries(phones).map(([visitor, phone]) => [visitor, phone.cookie()]));
  return {
    world,
    cookies: { ...cookies, nobody: undefined, forger: `${hers}x` } as Scene['cookies'],
    arrived,
    onItsWay,
    link: links[0]?.path ?? '',
  };
};

type Verdicts = Readonly<Record<Visitor, string>>;
const verdicts = (hers: string, others: string): Verdicts => ({
  nobody: '401 SignInNeeded',
  Amina: hers,
  Karim: others,
  organiser: others,
  advisor: others,
  // As on every route: see rights.test.ts.
  revoked: 'ended',
  forger: '401 SignInNeeded',
});
const everybody = (verdict: string): Verdicts => Object.fromEntries(VISITORS.map((visitor) => [visitor, verdict])) as unknown as Verdicts;

interface Attempt {
  readonly attempt: string;
  readonly cell: (scene: Scene, cookie: string | undefined) => Promise<string>;
  readonly verdicts: Verdicts;
}

const statusOf = async (response: Response | Promise<Response>): Promise<string> => {
  const { status } = await response;
  return String(status);
};

/** What everybody tries on each route with what is Amina's. A route that is not here fails the test. */
const MATRIX: Readonly<Record<string, readonly Attempt[]>> = {
  [`OPTIONS ${UPLOADS_PATH}`]: [
    {
      attempt: 'asks',
      cell: ({ world }, cookie) => statusOf(world.ask(UPLOADS_PATH, { method: 'OPTIONS', cookie })),
      verdicts: everybody('204'),
    },
  ],
  [`POST ${UPLOADS_PATH}`]: [
    {
      attempt: 'a photo of hers',
      cell: ({ world }, cookie) => verdictOf(beginUpload(world, { scope: HERS, bytes: aPhoto(200, 9), cookie })),
      verdicts: verdicts('201', '404 NotFound'),
    },
    {
      attempt: 'her photo that has arrived, known by its hash',
      cell: ({ world, arrived }, cookie) => verdictOf(beginUpload(world, { scope: HERS, bytes: arrived, cookie })),
      verdicts: verdicts('201', '404 NotFound'),
    },
  ],
  [`GET ${UPLOADS_PATH}/:scope/:media`]: [
    {
      attempt: 'how far hers is',
      cell: ({ world, onItsWay }, cookie) => statusOf(world.ask(uploadPath(HERS, sha256Hex(onItsWay)), { cookie, headers: TUS })),
      verdicts: { ...verdicts('200', '404'), nobody: '401', forger: '401' },
    },
    {
      attempt: 'of a person there is none of',
      cell: ({ world, onItsWay }, cookie) =>
        statusOf(
          world.ask(uploadPath(scopeOf('q', '0190a000-0000-7000-8000-00000000ffff'), sha256Hex(onItsWay)), { cookie, headers: TUS }),
        ),
      verdicts: { ...verdicts('404', '404'), nobody: '401', forger: '401' },
    },
  ],
  [`PATCH ${UPLOADS_PATH}/:scope/:media`]: [
    {
      attempt: 'bytes into hers',
      cell: ({ world, onItsWay }, cookie) => verdictOf(sendPart(world, { scope: HERS, bytes: onItsWay, cookie }, 0, 10)),
      verdicts: verdicts('204', '404 NotFound'),
    },
  ],
  [`DELETE ${UPLOADS_PATH}/:scope/:media`]: [
    {
      attempt: 'hers',
      cell: ({ world, onItsWay }, cookie) =>
        verdictOf(world.ask(uploadPath(HERS, sha256Hex(onItsWay)), { method: 'DELETE', cookie, headers: TUS })),
      verdicts: verdicts('204', '404 NotFound'),
    },
  ],
  [`POST ${MEDIA_LINKS_PATH}`]: [
    {
      attempt: 'for what she keeps to herself',
      cell: async ({ world, arrived }, cookie) => {
        const answer = await linksFor(world, cookie, HERS, sha256Hex(arrived));
        return answer.ok ? `${(await jsonOf<LinksReply>(answer)).links.length} links` : verdictOf(answer);
      },
      verdicts: verdicts('1 links', '0 links'),
    },
    {
      attempt: 'for her photo, in a scope of their own',
      cell: async ({ world, arrived }, cookie) => {
        const answer = await linksFor(world, cookie, scopeOf('p', KARIM), sha256Hex(arrived));
        return answer.ok ? `${(await jsonOf<LinksReply>(answer)).links.length} links` : verdictOf(answer);
      },
      verdicts: verdicts('0 links', '0 links'),
    },
  ],
  [`GET ${MEDIA_FILE_PATH}/:link`]: [
    {
      attempt: 'an address that was given',
      cell: ({ world, link }, cookie) => verdictOf(world.ask(link, { cookie })),
      verdicts: everybody('200'),
    },
    {
      attempt: 'an address made up',
      cell: ({ world, arrived }, cookie) => verdictOf(world.ask(`${MEDIA_FILE_PATH}/${sha256Hex(arrived)}`, { cookie })),
      verdicts: everybody('404 NotFound'),
    },
  ],
};

// What a device that was ended is told is decided with sign-in, not here.
const ENDED = /^(?:401|403|410)/;

describe('every route of media', () => {
  it('has its place in the matrix', () => {
    expect(MEDIA_ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(Object.keys(MATRIX).toSorted());
  });

  const cells = Object.entries(MATRIX).flatMap(([route, attempts]) => attempts.map((one) => ({ route, ...one })));
  it.each(cells)('$route: $attempt', async ({ cell, verdicts: wanted }) => {
    const scene = await setScene();
    for (const visitor of VISITORS) {
      const found = await cell(scene, scene.cookies[visitor]);
      expect([visitor, wanted[visitor] === 'ended' && ENDED.test(found) ? 'ended' : found]).toEqual([visitor, wanted[visitor]]);
    }
  });

  it('that changes something refuses a request another site has made a browser send', async () => {
    const { world, cookies, onItsWay } = await setScene();
    for (const { method, path } of MEDIA_ROUTES.filter((route) => ['POST', 'PATCH', 'DELETE'].includes(route.method))) {
      const address = path.replace(':scope', HERS).replace(':media', sha256Hex(onItsWay));
      for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
        const answer = world.ask(address, { method, cookie: cookies.Amina, headers: { ...TUS, ...headers } });
        expect([path, await verdictOf(answer)]).toEqual([path, '403 NotAllowed']);
      }
    }
  });

  it('says which methods it has, and no other', async () => {
    const { world } = await setScene();
    const answer = await world.ask(uploadPath(HERS, 'a'.repeat(64)), { method: 'PUT' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH, DELETE']);
  });
});

describe('who may bring media into a scope', () => {
  const scopes = [
    HERS,
    scopeOf('p', AMINA),
    scopeOf('q', KARIM),
    scopeOf('n', AMINA),
    scopeOf('s', DEMO_STRUCTURE.id),
    scopeOf('e', DEMO_EVENT.id),
    CATALOGUE,
  ];

  it.each<readonly [string, (world: World) => Promise<Phone>, readonly Scope[]]>([
    ['Amina', (world) => phoneOf(world, 0), [HERS, scopeOf('p', AMINA)]],
    ['an organiser', organiserOf, [scopeOf('s', DEMO_STRUCTURE.id), scopeOf('e', DEMO_EVENT.id)]],
  ])('%s: exactly where it may read', async (_who, enter, allowed) => {
    const world = await openWorld();
    const cookie = (await enter(world)).cookie();
    const found: Scope[] = [];
    for (const scope of scopes) if ((await beginUpload(world, { scope, bytes: aPhoto(100), cookie })).status === 201) found.push(scope);
    expect(found).toEqual(allowed);
  });

  it('a witness, who reads nothing: where she was asked', async () => {
    const device = (await signerOfNumber(5)).publicKey as DeviceId;
    const witness = { role: 'witness', structure: DEMO_STRUCTURE.id, person: AMINA, witness: device as never } as const;
    expect(scopes.filter((scope) => mayBring(witness, [CATALOGUE, scopeOf('d', device)], scope))).toEqual([scopeOf('p', AMINA)]);
  });
});
