import type { Chance } from '#base/ambient';
import { type Ended, nextTry } from './next-try.ts';
import type { Sync } from './sync.ts';

/** What the loop is doing, for the safety picture and for help. `stuck`: a run has shown no sign of life for a minute and was begun anew. */
export type SyncState = { readonly running: boolean; readonly last: Ended | undefined; readonly stuck: boolean };

export interface LoopDeps {
  readonly sync: Sync;
  readonly chance: Chance;
  /** Runs `work` once after `ms`; returns its cancel. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Milliseconds between two looks for news when all is done (five minutes). */
  readonly rest?: () => number;
  readonly onState?: (state: SyncState) => void;
}

/** One run after the other, each as soon as something asks for it or its time has come. */
export interface Loop {
  /** Asks for a run now, or for one more after the running one. */
  wake(): void;
  /** Says that the running run is alive. */
  alive(): void;
  stop(): void;
}

const REST = 300_000;
const WATCHDOG = 60_000;

interface Now {
  turn: number;
  running: boolean;
  again: boolean;
  stopped: boolean;
  failures: number;
  waits: number;
  state: SyncState;
  cancelNext: () => void;
  cancelDog: () => void;
}

/** A loop that is not running yet: `wake` starts it. */
export const createLoop = (deps: LoopDeps): Loop => {
  const nothing = () => undefined;
  const state: SyncState = { running: false, last: undefined, stuck: false };
  const now: Now = {
    turn: 0,
    running: false,
    again: false,
    stopped: false,
    failures: 0,
    waits: 0,
    state,
    cancelNext: nothing,
    cancelDog: nothing,
  };
  const watch = () => {
    now.cancelDog();
    const mine = now.turn;
    // A run that hangs (a storage that never answers) is left alone and a new one begun: two at once are safe.
    now.cancelDog = deps.after(WATCHDOG, () => {
      if (mine !== now.turn || now.stopped) return;
      tell(deps, now, { stuck: true });
      void run();
    });
  };
  const run = async (): Promise<void> => {
    const mine = ++now.turn;
    now.cancelNext();
    now.again = false;
    now.running = true;
    tell(deps, now, { running: true });
    watch();
    const ended = await deps.sync.run().catch((error: unknown): Ended => ({ type: 'broken', error }));
    if (mine !== now.turn || now.stopped) return;
    now.cancelDog();
    now.running = false;
    settle(deps, now, ended);
    if (now.again) void run();
    else
      now.cancelNext = deps.after(
        nextTry({ ended, failures: now.failures, waits: now.waits }, deps.rest?.() ?? REST, deps.chance),
        () => void run(),
      );
  };
  return {
    wake: () => {
      if (now.stopped) return;
      if (now.running) now.again = true;
      else void run();
    },
    alive: () => {
      if (now.running) watch();
    },
    stop: () => {
      now.stopped = true;
      now.cancelNext();
      now.cancelDog();
    },
  };
};

const tell = ({ onState }: LoopDeps, now: Now, change: Partial<SyncState>): void => {
  now.state = { ...now.state, ...change };
  onState?.(now.state);
};

const settle = (deps: LoopDeps, now: Now, ended: Ended): void => {
  const isGood = ended.type === 'done' || ended.type === 'nobody';
  now.failures = isGood ? 0 : now.failures + 1;
  now.waits = ended.type === 'done' && ended.awaiting ? now.waits + 1 : 0;
  tell(deps, now, { running: false, last: ended, stuck: now.state.stuck && !isGood });
};
