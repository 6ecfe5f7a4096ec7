import type { ProblemCode } from '#protocol/problem';
import type { Said } from './ask.ts';
import { awaitsSeal } from './awaits-seal.ts';
import { deliverBoxes } from './deliver-boxes.ts';
import { hasHole } from './own-chain.ts';
import { type Pulled, pullAll } from './pull.ts';
import { pushAll } from './push.ts';
import { openSession, type Session, type SyncDeps } from './session.ts';
import { signIn } from './sign-in.ts';
import { succeed } from './succeed.ts';
import type { Silence } from './transport.ts';

/**
 * How a run ended. `done`: both sides have everything; `awaiting` = a claimed badge is not sealed yet: ask again soon.
 * `nobody`: no identity yet. `silence`: nobody who counts answered. `refused`: the server says no; what was not pushed stays here, whole.
 */
export type Outcome =
  | { readonly type: 'done'; readonly pushed: number; readonly rows: number; readonly awaiting: boolean }
  | { readonly type: 'nobody' }
  | { readonly type: 'silence'; readonly why: Silence }
  | { readonly type: 'refused'; readonly code: ProblemCode };

export interface Sync {
  run(): Promise<Outcome>;
}

// One to bring and fetch, one for what was done meanwhile or for a restored server, one for both, one for a device that has forked.
const MAX_ROUNDS = 4;

/** What a round found: everything is done, or another round is needed, with what has to be known for it. */
type Round =
  | Exclude<Outcome, { type: 'done' }>
  | ({ readonly type: 'even' } & Pulled)
  | ({ readonly type: 'more' } & Pulled)
  | { readonly type: 'succeeded' };

/**
 * The engine that makes device and server agree: pure over its ports, without timers, so a simulation can drive and kill it anywhere.
 * Every step is safe to repeat and to cut: what counts is only what store and server have made durable.
 */
export const createSync = (deps: SyncDeps): Sync => ({
  run: async () => {
    const start = (await deps.store.progress()).acknowledged;
    let [from, rows, hasSucceeded] = [start, 0, false];
    for (let rounds = 0; rounds < MAX_ROUNDS; rounds++) {
      const identity = await deps.store.identity();
      if (!identity) return { type: 'nobody' };
      const session = await openSession(deps, identity);
      const round = await runRound(session, from);
      if (round.type === 'succeeded') {
        // Whoever says "fork" of a chain that has just begun would say it for ever.
        if (hasSucceeded) return { type: 'refused', code: 'Fork' };
        hasSucceeded = true;
        from = (await deps.store.progress()).acknowledged;
        continue;
      }
      if (round.type !== 'even' && round.type !== 'more') return round;
      from = round.last;
      rows += round.rows;
      if (round.type !== 'even') continue;
      // Of others, and after one's own: what becomes of it is told where the boxes are shown.
      await signedIn(session, () => deliverBoxes(session));
      return { type: 'done', pushed: Math.max(0, from - start), rows, awaiting: await awaitsSeal(deps.store, identity) };
    }
    return { type: 'refused', code: 'Gap' };
  },
});

const runRound = async (session: Session, from: number): Promise<Round> => {
  const pushed = await pushAll(session, from);
  if (pushed.type === 'silence') return pushed;
  if (pushed.type === 'problem' && (pushed.code === 'Fork' || pushed.code === 'DeviceEnded')) return refused(session, pushed.code);
  const pulled = await signedIn(session, () => pullAll(session, pushed.type === 'answer' && pushed.value === from));
  if (pulled.type === 'silence') return pulled;
  if (pulled.type === 'problem') return refused(session, pulled.code);
  // A gap: the server was set back. It has just said to where, and every segment it has not called safe is still here.
  if (pushed.type === 'problem' && pushed.code !== 'Gap') return refused(session, pushed.code);
  return whatWaits(session, pulled.value);
};

const refused = async (session: Session, code: ProblemCode): Promise<Round> => {
  if (code === 'Fork') return asSuccessor(session);
  if (code === 'DeviceEnded') await session.store.end(session.identity.device);
  return { type: 'refused', code };
};

const asSuccessor = async (session: Session): Promise<Round> => {
  const done = await succeed(session);
  if (done.type === 'answer') return { type: 'succeeded' };
  if (done.type === 'silence') return done;
  return done.code === 'Fork' ? { type: 'refused', code: 'Fork' } : refused(session, done.code);
};

const whatWaits = async (session: Session, { last, rows }: Pulled): Promise<Round> => {
  const { store } = session;
  const [sealed, segments, unsealed] = [await store.sealed(), await store.segments(), await store.unsealed(1)];
  // An act that is neither sealed nor about to be, and not judged either, has lost its segment.
  const waits = unsealed.length > 0 || segments.some((segment) => segment.last > last) || (await store.outbox()).length > 0;
  if (!waits) return { type: 'even', last, rows };
  return hasHole(last, sealed, segments) ? asSuccessor(session) : { type: 'more', last, rows };
};

/** Asks, and once more after signing in if that was what was missing. */
const signedIn = async <T>(session: Session, question: () => Promise<Said<T>>): Promise<Said<T>> => {
  const said = await question();
  if (said.type !== 'problem' || said.code !== 'SignInNeeded') return said;
  const entered = await signIn(session, session.identity);
  return entered.type === 'answer' ? question() : entered;
};
