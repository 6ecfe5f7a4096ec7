import * as v from 'valibot';
import { fromUtf8, utf8 } from '#base/bytes';
import { err, type Result } from '#base/result';
import type { Answer, ApiPath } from '#client/sync/transport';
import type { BadgeId, Scope } from '#domain/ids';
import type { Patch } from '#domain/record';
import { BoxRequest } from '#protocol/courier';
import { Enrol, OpenCard, SignIn } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import { SNAPSHOT_PATH } from '#protocol/snapshot-path';
import { PullRequest, PushRequest } from '#protocol/sync';
import { acceptBox } from '#server/actions/accept-box';
import { acceptPush } from '#server/actions/accept-push';
import { answerPull } from '#server/actions/answer-pull';
import { enrol } from '#server/actions/enrol';
import { openCard } from '#server/actions/open-card';
import { createScopeSums } from '#server/actions/scope-sums';
import { sealBadge, sealLeftovers } from '#server/actions/seal-badge';
import { challenge, signedIn, signIn } from '#server/actions/sign-in';
import { createSnapshots, type Snapshots } from '#server/actions/snapshots';
import type { Tokens } from '#server/actions/tokens';
import { openMemoryStore } from '#server/storage/memory';
import type { ServerStore } from '#server/storage/server-store';
import { ORIGIN, STRUCTURE } from '../build/field.ts';
import type { Clockwork } from './clockwork.ts';
import { diceOf } from './dice.ts';
import { pairOf } from './fast-crypto.ts';
import { fastSigner } from './fast-signer.ts';
import type { Profile } from './profile.ts';

/** One commit, as the disk has it. */
export interface Commit {
  readonly patches: readonly Patch[];
  /** The acts it judged, by the ends of their ids. */
  readonly acts: readonly string[];
  /** Where the counters of the scopes it wrote stood after it. */
  readonly after: ReadonlyMap<Scope, number>;
}

/** A browser's cookie. */
export interface Jar {
  cookie: string | undefined;
}

export type DyingMoment = 'before' | 'after';

/** The real server's actions over memory, in a process that can die and a disk that can be set back. */
export interface SimServer {
  /** Answers a request; never, if the process dies meanwhile. */
  handle(path: ApiPath, body: unknown, jar: Jar): Promise<Answer>;
  /** Answers for a snapshot, as any cache may. */
  fetch(path: string): Answer;
  readonly isUp: () => boolean;
  /** The process dies, and what it had not committed with it. */
  die(): void;
  start(): void;
  /** It will die at one of its next commits: just before it, or between it and the answer. */
  armDeath(commits: number, moment: DyingMoment): void;
  /** What is committed now is in the backup. */
  backUp(): Promise<void>;
  /** The disk is what it was after so many commits; a new history unless it was done behind everybody's back. */
  setBackTo(commits: number, newEpoch: boolean): Promise<readonly Commit[]>;
  write(patches: readonly Patch[]): Promise<void>;
  readonly commits: () => readonly Commit[];
  /** The ends of the ids of all acts judged in this history. */
  readonly judged: () => ReadonlySet<string>;
  readonly backedUp: () => number;
  readonly store: () => ServerStore;
  readonly epoch: () => string;
  /** Told of each commit just before it is one. */
  onCommit: (commit: Commit) => void;
  /** Milliseconds its clock is wrong by. */
  clockError: number;
  sealing: boolean;
}

export interface SimServerDeps {
  readonly world: Clockwork;
  readonly profile: Profile;
  readonly said: (text: () => string) => void;
}

// Nobody forges a cookie here: what counts is whose it is, for what, and until when.
const plainTokens: Tokens = {
  seal: (purpose, text) => `${purpose}/${text}`,
  open: (purpose, token) => (token.startsWith(`${purpose}/`) ? token.slice(purpose.length + 1) : null),
};

// Always worth it, and no time spent on it.
const packNothing = async (text: string) => ({ plain: utf8(text), br: utf8(''), gzip: new Uint8Array(1 << 20) });

const BACKUP = 'simulated';

const DIED = new Error('the server has died');

// One for each who waits: what waits for one and the same promise is kept for as long as that promise.
const never = (): Promise<never> => new Promise(() => undefined);

/** The pair boxes are closed for in a world. */
export const boxPairOf = ({ seed }: Pick<Profile, 'seed'>) => pairOf(diceOf(seed, 'box').bytes(32));

export const openSimServer = ({ world, profile, said }: SimServerDeps): SimServer => {
  const dice = diceOf(profile.seed, 'server');
  const clock = () => world.now() + server.clockError;
  const organisation = fastSigner(diceOf(profile.seed, 'organisation').bytes(32));
  const boxPair = boxPairOf(profile);
  const site = { origin: ORIGIN };
  const keys = { signer: async (structure: string) => (structure === STRUCTURE ? organisation : null), tokenSigner: async () => null };
  const tokens = plainTokens;
  let store = openMemoryStore(clock);
  let commits: Commit[] = [];
  let counters = new Map<Scope, number>();
  let judged = new Set<string>();
  let backedUp = 0;
  let epoch = 'epoch-0';
  let generation = 0;
  let up = true;
  let death: { commits: number; moment: DyingMoment } | undefined;
  let process: Process | undefined;

  const die = (): void => {
    if (!up) return;
    up = false;
    generation += 1;
    death = undefined;
    process = undefined;
    said(() => 'the server dies');
  };

  /** A store that belongs to one process: it stops with it. */
  const ownStore = (mine: number): ServerStore => {
    const isMine = (): boolean => up && mine === generation;
    const slowly = async (): Promise<void> => {
      if (profile.calamities.has('slow-server')) await world.sleep(dice.between(0, 40));
      if (!isMine()) throw DIED;
    };
    const judge: ServerStore['judge'] = async (needs, rule) => {
      await slowly();
      const dying = death && --death.commits <= 0 ? death.moment : undefined;
      if (dying === 'before') {
        die();
        throw DIED;
      }
      const answer = await commit(needs, rule);
      if (dying === 'after') die();
      await slowly();
      return answer;
    };
    return {
      ...store,
      judge,
      read: async (needs) => {
        await slowly();
        return store.read(needs);
      },
      feed: async (scope, cursor, limit) => {
        await slowly();
        return store.feed(scope, cursor, profile.calamities.has('small-pages') ? Math.min(limit, profile.pageRows) : limit);
      },
    };
  };

  // Memory judges at once when it is asked, so commits stand here in their order.
  const commit: ServerStore['judge'] = (needs, rule) =>
    store.judge(needs, (records) => {
      const verdict = rule(records);
      if (verdict.patches.length > 0) note(verdict.patches);
      return verdict;
    });

  const note = (patches: readonly Patch[]): void => {
    const after = new Map<Scope, number>();
    for (const { scope } of patches) {
      counters.set(scope, (counters.get(scope) ?? 0) + 1);
      after.set(scope, counters.get(scope) ?? 0);
    }
    const acts = patches.flatMap(({ kind, body }) => (kind === 'head' ? ((body as { ids?: readonly string[] }).ids ?? []) : []));
    for (const act of acts) judged.add(act);
    const commit = { patches, acts, after };
    server.onCommit(commit);
    commits.push(commit);
  };

  const callSafe = async (): Promise<void> => {
    await store.markSafe(BACKUP, await store.look((moment) => moment.counters('unsafe')));
  };

  const server: SimServer = {
    onCommit: () => undefined,
    clockError: 0,
    sealing: true,
    handle: async (path, body, jar) => {
      if (!up) return { type: 'silence', why: 'unreachable' };
      process ??= openProcess(ownStore(generation));
      try {
        return await answered(process.routes, path, body, jar);
      } catch (error) {
        if (error === DIED) return never();
        throw error;
      }
    },
    fetch: (path) => {
      const [epochSaid = '', scope = '', cursor = ''] = path.slice(SNAPSHOT_PATH.length + 1).split('/');
      const found = process?.snapshots.find(decodeURIComponent(epochSaid), scope.replace('-', ':') as Scope, Number(cursor));
      if (!up) return { type: 'silence', why: 'unreachable' };
      return found ? { type: 'answer', body: JSON.parse(fromUtf8(found.plain)) } : { type: 'problem', code: 'NotFound' };
    },
    isUp: () => up,
    die,
    start: () => {
      if (up) return;
      up = true;
      process = openProcess(ownStore(generation));
      said(() => 'the server starts');
      // Goes on by itself, as housekeeping does.
      if (server.sealing) void sealLeftovers(process.deps).catch(notDead);
    },
    armDeath: (count, moment) => {
      death = { commits: count, moment };
    },
    backUp: async () => {
      if ((await store.meta('backup')) === undefined) await store.beginSafe(BACKUP);
      backedUp = commits.length;
      await callSafe();
    },
    setBackTo: async (count, newEpoch) => {
      const lost = commits.slice(count);
      die();
      store = openMemoryStore(clock);
      for (const { patches } of commits.slice(0, count)) await store.judge([], () => ({ patches, answer: undefined }));
      commits = commits.slice(0, count);
      counters = new Map(commits.flatMap(({ after }) => [...after]));
      judged = new Set(commits.flatMap(({ acts }) => acts));
      backedUp = Math.min(backedUp, count);
      if (profile.backedUp) {
        await store.beginSafe(BACKUP);
        await callSafe();
        backedUp = count;
      }
      if (newEpoch) epoch = `epoch-${dice.between(1, 1e9)}`;
      return lost;
    },
    write: (patches) =>
      commit(
        patches.map(({ scope, kind, id }) => ({ scope, kind, id })),
        () => ({ patches, answer: undefined }),
      ),
    commits: () => commits,
    judged: () => judged,
    backedUp: () => backedUp,
    store: () => store,
    epoch: () => epoch,
  };

  const openProcess = (own: ServerStore): Process => {
    const base = { store: own, keys, site, clock, chance: dice.bytes, admit: () => true, tokens };
    const deps = { ...base, hashCode: async (code: readonly number[]) => Uint8Array.from(code) };
    const seal = async (badges: readonly BadgeId[]): Promise<void> => {
      if (server.sealing) for (const badge of badges) await sealBadge(base, badge);
    };
    const sums = createScopeSums(own);
    const snapshots = createSnapshots({ ...deps, epoch, pack: packNothing });
    const pulling = { ...deps, epoch, isBackedUp: () => profile.backedUp, sums, snapshots };
    const enter = (done: Result<{ reply: unknown; token: string }, ProblemCode>, jar: Jar) => {
      if (!done.ok) return done;
      jar.cookie = done.value.token;
      return { ok: true as const, value: done.value.reply };
    };
    return {
      deps: base,
      snapshots,
      routes: {
        '/api/card/open': (body) => asked(OpenCard, body, ({ secret }) => openCard(deps, secret)),
        // No phone of the simulation is a witness's.
        '/api/witness/open': async () => ({ ok: false, error: 'NotFound' }),
        // Nor does anybody open a link there.
        '/api/link/open': async () => ({ ok: false, error: 'NotFound' }),
        '/api/challenge': async () => ({ ok: true, value: challenge(deps) }),
        '/api/enrol': async (body, jar) => enter(await asked(Enrol, body, (said) => enrol(deps, said)), jar),
        '/api/sign-in': async (body, jar) => enter(await asked(SignIn, body, (said) => signIn(deps, said)), jar),
        '/api/sync/push': (body) => asked(PushRequest, body, (request) => acceptPush({ ...deps, seal }, request)),
        '/api/sync/box': async (body, jar) => {
          const who = await signedIn(deps, jar.cookie);
          if (!who.ok) return who;
          return asked(BoxRequest, body, (request) =>
            acceptBox({ ...pulling, seal, boxKey: boxPair, receiver: NO_MEDIA }, who.value, request),
          );
        },
        // No phone of the simulation has any media.
        '/api/media/links': async () => ({ ok: false, error: 'NotFound' }),
        '/api/sync/pull': async (body, jar) => {
          const who = await signedIn(deps, jar.cookie);
          return who.ok ? asked(PullRequest, body, (request) => answerPull(pulling, who.value, request)) : who;
        },
      },
    };
  };
  return server;
};

type Route = (body: unknown, jar: Jar) => Promise<Result<unknown, ProblemCode>>;

interface Process {
  readonly deps: Parameters<typeof sealLeftovers>[0];
  readonly snapshots: Snapshots;
  readonly routes: { readonly [path in ApiPath]: Route };
}

const notDead = (error: unknown): void => {
  if (error !== DIED) throw error;
};

const asked = async <T, A>(
  schema: v.GenericSchema<unknown, T>,
  body: unknown,
  act: (said: T) => Promise<Result<A, ProblemCode>>,
): Promise<Result<A, ProblemCode>> => {
  const said = v.safeParse(schema, body);
  return said.success ? act(said.output) : { ok: false, error: 'Malformed' };
};

const answered = async (routes: Process['routes'], path: ApiPath, body: unknown, jar: Jar): Promise<Answer> => {
  const done = await routes[path](body, jar);
  return done.ok ? { type: 'answer', body: done.value } : { type: 'problem', code: done.error };
};

// No phone of the simulation has any media.
const NO_MEDIA = { begin: async () => err('NotFound' as const), append: async () => err('NotFound' as const) };
