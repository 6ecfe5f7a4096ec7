import * as v from 'valibot';
import type { Chance, Clock } from '#base/ambient';
import { err, type Result } from '#base/result';
import type { Transport } from '#client/sync/transport';
import type { BadgeId } from '#domain/ids';
import { CATALOGUE } from '#domain/ids';
import type { Mould } from '#domain/mould';
import { put } from '#domain/record';
import { BoxRequest } from '#protocol/courier';
import { Enrol, OpenCard, OpenLink, OpenQuestion, SignIn } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import { PullRequest, PushRequest } from '#protocol/sync';
import { acceptBox } from '#server/actions/accept-box';
import { acceptPush } from '#server/actions/accept-push';
import { answerPull } from '#server/actions/answer-pull';
import { enrol } from '#server/actions/enrol';
import { openCard } from '#server/actions/open-card';
import { openLink } from '#server/actions/open-link';
import { openQuestion } from '#server/actions/open-question';
import { publishBoxKey } from '#server/actions/publish-box-key';
import { publishIssuers } from '#server/actions/publish-issuer';
import { mediaLinks, openMedia } from '#server/actions/read-media';
import { openReceiver } from '#server/actions/receive-media';
import { createScopeSums } from '#server/actions/scope-sums';
import { sealBadge } from '#server/actions/seal-badge';
import { eventPatches, invitationPatches, personPatches, structurePatches, write } from '#server/actions/set-up';
import { challenge, signedIn, signIn } from '#server/actions/sign-in';
import type { Actions } from '#server/http/actions';
import { openMemoryPlace } from '#server/media/memory-place';
import { openMemoryStore } from '#server/storage/memory';
import type { ServerStore } from '#server/storage/server-store';
import { openBoxKey } from '../../src/server/box-key.ts';
import { hmacTokens } from '../../src/server/hmac-tokens.ts';
import { sha256Running } from '../../src/server/running-hash.ts';
import { anEvent, DRAW, EVENT, MOULD, ORIGIN, PERSON, STRUCTURE, signerOfNumber, uuidOf } from './field.ts';

export const CARD = 'cardcardcardcardcardca';
export const OTHER_CARD = 'othercardothercardothe';
export const INVITATION = 'invitationinvitationin';
export const OTHER_PERSON = uuidOf(2) as typeof PERSON;

const mould: Mould = {
  kind: 'event',
  draw: DRAW,
  title: { fr: 'Je participe' },
  criteria: { fr: 'Je viens et je participe.' },
  levels: 0,
  alignments: [],
};

/** The real server's actions over some storage, with one structure, one event, two people and an organiser's invitation. */
export interface SmallServer {
  readonly actions: Actions;
  readonly store: ServerStore;
  /** Set to false: badges are claimed but not sealed until `seal` is called. */
  sealing: boolean;
  /** A server set back says another epoch. */
  epoch: string;
  seal(): Promise<void>;
  /** The way of one browser to it, with its own cookie. */
  browser(): Transport;
}

export interface SmallServerOptions {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly store?: ServerStore;
}

export const openSmallServer = async ({ clock, chance, store = openMemoryStore() }: SmallServerOptions): Promise<SmallServer> => {
  const organisation = await signerOfNumber(11);
  const site = { origin: ORIGIN };
  const keys = { signer: async (structure: string) => (structure === STRUCTURE ? organisation : null), tokenSigner: async () => null };
  const waiting: BadgeId[] = [];
  const base = {
    store,
    keys,
    site,
    clock,
    chance,
    admit: () => true,
    tokens: hmacTokens(new Uint8Array(32)),
    hashCode: async (code: readonly number[]) => Uint8Array.from(code),
  };
  const seal = async () => {
    for (const badge of waiting.splice(0)) await sealBadge(base, badge);
  };
  const deps = {
    ...base,
    seal: async (badges: readonly BadgeId[]) => {
      waiting.push(...badges);
      if (server.sealing) await seal();
    },
  };
  const sums = createScopeSums(store);
  const place = openMemoryPlace();
  const receiver = openReceiver({ ...deps, place, hash: sha256Running });
  const boxKey = await openBoxKey(new Uint8Array(32));
  const pulling = () => ({ ...deps, epoch: server.epoch, isBackedUp: () => false, sums, snapshots: { upTo: () => undefined } });
  const nothing = async () => null;
  const actions: Actions = {
    openCard: (secret) => openCard(deps, secret),
    openQuestion: (secret) => openQuestion(deps, secret),
    openLink: (secret) => openLink({ ...deps, pictureOf: nothing }, secret),
    challenge: () => challenge(deps),
    enrol: (said) => enrol(deps, said),
    signIn: (said) => signIn(deps, said),
    signedIn: (token) => signedIn(deps, token),
    push: (request) => acceptPush(deps, request),
    pull: (who, request) => answerPull(pulling(), who, request),
    box: (who, request) => acceptBox({ ...pulling(), boxKey, receiver }, who, request),
    listen: async () => undefined,
    snapshot: () => undefined,
    badgeCredential: nothing,
    badgeToken: nothing,
    badgeImage: nothing,
    structureDocument: nothing,
    personDocument: nothing,
    statusList: nothing,
    achievement: nothing,
    mouldImage: nothing,
    fetchDocument: async () => err('OutsideSilent'),
    beginUpload: receiver.begin,
    uploadProgress: receiver.progress,
    appendUpload: receiver.append,
    abandonUpload: receiver.abandon,
    mediaLinks: (who, request) => mediaLinks(deps, who, request),
    openMedia: (link) => openMedia({ ...deps, place }, link),
    health: async () => undefined,
  };
  const server: SmallServer = { actions, store, sealing: true, epoch: 'first', seal, browser: () => browserOf(actions) };
  await seed(store, chance);
  await publishIssuers(base);
  await publishBoxKey(store, boxKey.publicKey);
  return server;
};

const seed = async (store: ServerStore, chance: Chance): Promise<void> => {
  // A server started again over the same storage finds its people there.
  if ((await store.scopes('p')).length > 0) return;
  const looks = { figure: 'woman', mark: 'drop', structure: STRUCTURE } as const;
  const people = [
    { id: PERSON, person: { firstName: 'Amina', ...looks }, subject: 'amina22222222222222222', card: CARD },
    { id: OTHER_PERSON, person: { firstName: 'Bruno', ...looks }, subject: 'bruno22222222222222222', card: OTHER_CARD },
  ];
  await write(store, [
    ...structurePatches(STRUCTURE, { name: 'Atelier des Pins', kind: 'siae' }, chance),
    ...(await Promise.all(people.map((person) => personPatches({ origin: ORIGIN }, person)))).flat(),
    ...eventPatches(EVENT, anEvent()),
    ...(await invitationPatches(STRUCTURE, INVITATION, { lasting: true })),
    put(CATALOGUE, 'mould', MOULD, mould),
  ]);
};

type Schema<T> = v.GenericSchema<unknown, T>;

const browserOf = (actions: Actions): Transport => {
  let cookie: string | undefined;
  const ask = async <T, A>(schema: Schema<T>, body: unknown, act: (said: T) => Promise<Result<A, ProblemCode>>) => {
    const said = v.safeParse(schema, body);
    return said.success ? act(said.output) : { ok: false as const, error: 'Malformed' as const };
  };
  const enter = async (done: Result<{ reply: unknown; token: string }, ProblemCode>) => {
    if (!done.ok) return done;
    cookie = done.value.token;
    return { ok: true as const, value: done.value.reply };
  };
  const pull = async (body: unknown) => {
    const who = await actions.signedIn(cookie);
    return who.ok ? ask(PullRequest, body, (request) => actions.pull(who.value, request)) : who;
  };
  const box = async (body: unknown) => {
    const who = await actions.signedIn(cookie);
    return who.ok ? ask(BoxRequest, body, (request) => actions.box(who.value, request)) : who;
  };
  const routes: { readonly [path in Parameters<Transport['post']>[0]]: (body: unknown) => Promise<Result<unknown, ProblemCode>> } = {
    '/api/card/open': (body) => ask(OpenCard, body, ({ secret }) => actions.openCard(secret)),
    '/api/witness/open': (body) => ask(OpenQuestion, body, ({ secret }) => actions.openQuestion(secret)),
    '/api/link/open': (body) => ask(OpenLink, body, ({ secret }) => actions.openLink(secret)),
    '/api/challenge': async () => ({ ok: true, value: actions.challenge() }),
    '/api/enrol': async (body) => enter(await ask(Enrol, body, actions.enrol)),
    '/api/sign-in': async (body) => enter(await ask(SignIn, body, actions.signIn)),
    '/api/sync/push': (body) => ask(PushRequest, body, actions.push),
    '/api/sync/pull': pull,
    '/api/sync/box': box,
    // No media here.
    '/api/media/links': async () => ({ ok: false, error: 'NotFound' }),
  };
  return {
    post: async (path, body) => {
      // Through JSON both ways, as on the wire.
      const done = await routes[path](JSON.parse(JSON.stringify(body)));
      return done.ok ? { type: 'answer', body: JSON.parse(JSON.stringify(done.value)) } : { type: 'problem', code: done.error };
    },
  };
};
