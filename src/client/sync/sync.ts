import type { Chance, Clock, Signer } from '#base/ambient';
import { scopeOf } from '#domain/ids';
import type { ProblemCode } from '#protocol/problem';
import type { Said } from './ask.ts';
import type { ClientStore, Identity } from './client-store.ts';
import { pullAll } from './pull.ts';
import { pushAll } from './push.ts';
import { signIn } from './sign-in.ts';
import type { Silence, Transport } from './transport.ts';

export interface SyncDeps {
  readonly store: ClientStore;
  readonly transport: Transport;
  /** Signs with the key of the store's identity. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly chance: Chance;
}

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

// One to bring and fetch, one for what was done meanwhile or for a restored server, one for both.
const MAX_ROUNDS = 3;

/**
 * The engine that makes device and server agree: pure over its ports, without timers, so a simulation can drive and kill it anywhere.
 * Every step is safe to repeat and to cut: what counts is only what store and server have made durable.
 */
export const createSync = (deps: SyncDeps): Sync => ({
  run: async () => {
    const identity = await deps.store.identity();
    if (!identity) return { type: 'nobody' };
    const start = (await deps.store.progress()).acknowledged;
    let from = start;
    let rows = 0;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const pushed = await pushAll(deps, from);
      if (pushed.type === 'silence') return pushed;
      const pulled = await signedIn(deps, identity, () => pullAll(deps, identity));
      if (pulled.type !== 'answer') return pulled.type === 'problem' ? { type: 'refused', code: pulled.code } : pulled;
      // A gap: the server was set back. It has just said to where, and every segment it has not called safe is still here.
      if (pushed.type === 'problem' && pushed.code !== 'Gap') return { type: 'refused', code: pushed.code };
      from = pulled.value.last;
      rows += pulled.value.rows;
      if (!(await somethingWaits(deps.store, from)))
        return { type: 'done', pushed: Math.max(0, from - start), rows, awaiting: await awaitsSeal(deps.store, identity) };
    }
    return { type: 'refused', code: 'Gap' };
  },
});

/** Asks, and once more after signing in if that was what was missing. */
const signedIn = async <T>(deps: SyncDeps, identity: Identity, question: () => Promise<Said<T>>): Promise<Said<T>> => {
  const said = await question();
  if (said.type !== 'problem' || said.code !== 'SignInNeeded') return said;
  const entered = await signIn(deps, identity);
  return entered.type === 'answer' ? question() : entered;
};

const somethingWaits = async (store: ClientStore, from: number): Promise<boolean> =>
  (await store.unsealed(1)).length > 0 || (await store.segments()).some(({ last }) => last > from);

const awaitsSeal = async (store: ClientStore, { actor }: Identity): Promise<boolean> => {
  if (actor.role !== 'person') return false;
  const scope = scopeOf('p', actor.person);
  const records = await store.read([{ scope, kind: 'badge' }]);
  return records.list(scope, 'badge').some(({ body }) => body.step === 'claimed');
};
