import type { Context } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import type { Clock } from '#base/ambient';
import type { Result } from '#base/result';
import { DOCUMENT_PATH } from '#protocol/document';
import { Enrol, OpenCard, OpenLink, OpenQuestion, SIGN_OUT_PATH, SignIn } from '#protocol/entry';
import { MAX_BODY_BYTES, MAX_PUSH_BYTES, MAX_PUSH_BYTES_INFLATED } from '#protocol/limits';
import type { ProblemCode } from '#protocol/problem';
import { BADGE_PATH } from '#protocol/scan';
import { PullRequest, PushRequest } from '#protocol/sync';
import type { Actions, Entered } from './actions.ts';
import { answer, image, packedAnswer, publish, refuse, token } from './answers.ts';
import { fewAtOnce } from './few-at-once.ts';
import { isOwnRequest } from './guard-headers.ts';
import type { After } from './poke-stream.ts';
import { readAs, type Schema } from './read-body.ts';
import { type FindAsset, SHELL, serveAsset } from './serve-asset.ts';
import { wantedType } from './wanted-type.ts';

/**
 * Who may use a route. `anyone`: no proof asked; `secret`: who has a card or an invitation; `key`: who signs with the key of one of our
 * devices; `signed-in`: the cookie of one of our devices; `link`: who was given this address.
 */
export type Who = 'anyone' | 'secret' | 'key' | 'signed-in' | 'link';

export interface RouteDeps {
  readonly actions: Actions;
  readonly findAsset: FindAsset;
  /** `https://host`, without a final slash. */
  readonly origin: string;
  /** Seconds a sign-in lasts. */
  readonly signedInSeconds: number;
  readonly clock: Clock;
  /** Timers of streams that stay open. */
  readonly after: After;
}

export interface Route {
  /** GET answers HEAD, too. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly path: string;
  readonly who: Who;
  handle(context: Context, deps: RouteDeps): Promise<Response>;
}

/** Every address the server answers itself, and who may use it. A generated test tries each of them in every role. */
export const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/card/open',
    who: 'secret',
    handle: (c, deps) => ask(c, OpenCard, ({ secret }) => deps.actions.openCard(secret)),
  },
  {
    method: 'POST',
    path: '/api/witness/open',
    who: 'secret',
    handle: (c, deps) => ask(c, OpenQuestion, ({ secret }) => deps.actions.openQuestion(secret)),
  },
  {
    method: 'POST',
    path: '/api/link/open',
    who: 'secret',
    handle: (c, deps) => ask(c, OpenLink, ({ secret }) => deps.actions.openLink(secret)),
  },
  { method: 'POST', path: '/api/challenge', who: 'anyone', handle: async (_c, { actions }) => answer(actions.challenge()) },
  { method: 'POST', path: '/api/enrol', who: 'secret', handle: (c, deps) => enter(c, deps, Enrol, deps.actions.enrol) },
  { method: 'POST', path: '/api/sign-in', who: 'key', handle: (c, deps) => enter(c, deps, SignIn, deps.actions.signIn) },
  // Who leaves a shared phone takes the cookie along: scripts cannot.
  {
    method: 'POST',
    path: SIGN_OUT_PATH,
    who: 'anyone',
    handle: async (_c, { origin }) => answer({}, { 'set-cookie': endedCookie(origin) }),
  },
  { method: 'POST', path: '/api/sync/push', who: 'key', handle: push },
  { method: 'POST', path: '/api/sync/pull', who: 'signed-in', handle: pull },
  { method: 'GET', path: DOCUMENT_PATH, who: 'anyone', handle: document },
  { method: 'GET', path: '/healthz', who: 'anyone', handle: health },
  { method: 'GET', path: `${BADGE_PATH}/:badge`, who: 'anyone', handle: badge },
  {
    method: 'GET',
    path: `${BADGE_PATH}/:badge/image.svg`,
    who: 'anyone',
    handle: (c, { actions }) => svg(actions.badgeImage(param(c, 'badge')), 'no-store'),
  },
  { method: 'GET', path: `${BADGE_PATH}/:badge/badge.jwt`, who: 'anyone', handle: badgeToken },
  { method: 'GET', path: '/m/:mould', who: 'anyone', handle: (c, { actions }) => json(actions.achievement(param(c, 'mould')), LD, HOUR) },
  {
    method: 'GET',
    path: '/m/:mould/image.svg',
    who: 'anyone',
    handle: (c, { actions }) => svg(actions.mouldImage(param(c, 'mould')), HOUR),
  },
  {
    method: 'GET',
    path: '/s/:structure/did.json',
    who: 'anyone',
    handle: (c, { actions }) => json(actions.structureDocument(param(c, 'structure')), DID, MINUTES),
  },
  {
    method: 'GET',
    path: '/p/:part/did.json',
    who: 'anyone',
    handle: (c, { actions }) => json(actions.personDocument(param(c, 'part')), DID, 'no-store'),
  },
  {
    method: 'GET',
    path: '/l/:structure',
    who: 'anyone',
    handle: (c, { actions }) => json(actions.statusList(param(c, 'structure')), VC, MINUTES),
  },
];

const LD = 'application/ld+json';
const DID = 'application/did+json';
const VC = 'application/vc';
const MINUTES = 'public, max-age=300';
const HOUR = 'public, max-age=3600';
const SMALL = { sent: MAX_BODY_BYTES } as const;

const param = (context: Context, name: string): string => context.req.param(name) ?? '';

/** Parse → action → status, for questions that are answered with one JSON value. */
const ask = async <T, A>(context: Context, schema: Schema<T>, act: (said: T) => Promise<Result<A, ProblemCode>>): Promise<Response> => {
  const said = await readAs(context.req.raw, schema, SMALL);
  if (!said.ok) return refuse(said.error);
  const done = await act(said.value);
  return done.ok ? answer(done.value) : refuse(done.error);
};

export const cookieName = (origin: string): string => (origin.startsWith('https:') ? '__Host-pepites' : 'pepites');

const enter = async <T>(
  context: Context,
  { origin, signedInSeconds }: RouteDeps,
  schema: Schema<T>,
  act: (said: T) => Promise<Result<Entered, ProblemCode>>,
): Promise<Response> => {
  const said = await readAs(context.req.raw, schema, SMALL);
  if (!said.ok) return refuse(said.error);
  const done = await act(said.value);
  if (!done.ok) return refuse(done.error);
  return answer(done.value.reply, { 'set-cookie': cookieOf(origin, done.value.token, signedInSeconds) });
};

const cookieOf = (origin: string, value: string, maxAge: number): string =>
  generateCookie(cookieName(origin), value, { path: '/', httpOnly: true, sameSite: 'Strict', secure: origin.startsWith('https:'), maxAge });

const endedCookie = (origin: string): string => cookieOf(origin, '', 0);

async function push(context: Context, { actions }: RouteDeps): Promise<Response> {
  const said = await readAs(context.req.raw, PushRequest, { sent: MAX_PUSH_BYTES, inflated: MAX_PUSH_BYTES_INFLATED });
  if (!said.ok) return refuse(said.error);
  const done = await actions.push(said.value);
  return done.ok ? answer(done.value) : refuse(done.error);
}

// A page of 2 000 rows is some megabytes while it is made: a room that comes in at once waits its turn, and its pushes do not.
const pagesInTurn = fewAtOnce(4);

async function pull(context: Context, { actions, origin }: RouteDeps): Promise<Response> {
  const who = await actions.signedIn(getCookie(context, cookieName(origin)));
  if (!who.ok) return refuse(who.error);
  const said = await readAs(context.req.raw, PullRequest, SMALL);
  if (!said.ok) return refuse(said.error);
  return pagesInTurn(async () => {
    const done = await actions.pull(who.value, said.value);
    return done.ok ? packedAnswer(done.value, context.req.raw) : refuse(done.error);
  });
}

// For our own pages and for programs: other sites are not to send their visitors' questions through here.
async function document(context: Context, { actions, origin }: RouteDeps): Promise<Response> {
  if (!isOwnRequest(context.req.raw.headers, origin)) return refuse('NotAllowed');
  const address = context.req.query('url');
  if (address === undefined) return refuse('Malformed');
  const fetched = await actions.fetchDocument(address);
  return fetched.ok ? answer(fetched.value) : refuse(fetched.error);
}

async function health(_context: Context, { actions }: RouteDeps): Promise<Response> {
  await actions.health();
  return answer({ status: 'ok' });
}

async function badge(context: Context, deps: RouteDeps): Promise<Response> {
  const type = wantedType(context.req.header('accept'));
  const response = await badgeAs(type, context, deps);
  response.headers.append('vary', 'accept');
  return response;
}

const badgeAs = (type: ReturnType<typeof wantedType>, context: Context, deps: RouteDeps): Promise<Response> => {
  if (type === 'text/html') return serveAsset(deps.findAsset(SHELL), context.req.raw);
  if (type === 'application/vc+jwt') return badgeToken(context, deps);
  return json(deps.actions.badgeCredential(param(context, 'badge')), type, 'no-store');
};

async function badgeToken(context: Context, { actions, origin }: RouteDeps): Promise<Response> {
  const cookie = getCookie(context, cookieName(origin));
  const who = cookie === undefined ? undefined : await actions.signedIn(cookie);
  const found = await actions.badgeToken(param(context, 'badge'), who?.ok ? who.value : undefined);
  return found === null ? refuse('NotFound', { 'access-control-allow-origin': '*' }) : token(found);
}

const json = async (found: Promise<object | null>, type: string, cache: string): Promise<Response> => {
  const body = await found;
  return body ? publish(body, type, cache) : refuse('NotFound', { 'access-control-allow-origin': '*' });
};

const svg = async (found: Promise<string | null>, cache: string): Promise<Response> => {
  const text = await found;
  return text === null ? refuse('NotFound') : image(text, cache);
};
