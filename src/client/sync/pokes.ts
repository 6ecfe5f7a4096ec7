import type { Chance } from '#base/ambient';
import type { Trigger } from './leader.ts';

/** The part of EventSource used here. */
export interface Stream {
  addEventListener(event: 'open' | 'error' | 'message', listener: (event: { readonly data?: unknown }) => void): void;
  /** 2 = given up for good: the browser will not try again by itself. */
  readonly readyState: number;
  close(): void;
}

export interface PokeDeps {
  readonly open: () => Stream;
  /** Nobody looks at a hidden tab, and a radio kept awake costs a battery. */
  readonly isSeen: () => boolean;
  /** What may change `isSeen`. */
  readonly triggers: readonly Trigger[];
  readonly after: (ms: number, work: () => void) => () => void;
  readonly chance: Chance;
}

/** A device that listens for the server's "something has changed". */
export interface Pokes {
  /** Is somebody there who would tell? Then looking by oneself can wait. */
  isLive(): boolean;
  stop(): void;
}

const CLOSED = 2;
const RETRY = 60_000;
// What everybody reads changes for everybody at once: a network's phones come for it one after the other.
const CROWD = 60_000;
const SOON = 300;

/** Listens while the tab is seen and wakes for every poke. What is missed meanwhile is found by looking: nothing depends on this. */
export const listenForPokes = ({ open, isSeen, triggers, after, chance }: PokeDeps, wake: () => void): Pokes => {
  let stream: Stream | undefined;
  let live = false;
  let cancelRetry = (): void => undefined;
  let cancelWake: (() => void) | undefined;
  const share = (): number => (chance(1)[0] ?? 0) / 255;
  const poked = (scope: unknown): void => {
    cancelWake ??= after((typeof scope === 'string' && scope.startsWith('c:') ? CROWD : SOON) * share(), () => {
      cancelWake = undefined;
      wake();
    });
  };
  const leave = (): void => {
    cancelRetry();
    stream?.close();
    stream = undefined;
    live = false;
  };
  const enter = (): void => {
    leave();
    if (!isSeen()) return;
    const fresh = open();
    stream = fresh;
    const ifCurrent = (work: (event: { readonly data?: unknown }) => void) => (event: { readonly data?: unknown }) => {
      if (stream === fresh) work(event);
    };
    fresh.addEventListener(
      'open',
      ifCurrent(() => {
        live = true;
      }),
    );
    fresh.addEventListener(
      'message',
      ifCurrent(({ data }) => poked(data)),
    );
    // A lost line is taken up again by the browser itself; a refusal (no cookie yet, too many) is final for it, not for us.
    fresh.addEventListener(
      'error',
      ifCurrent(() => {
        live = false;
        if (fresh.readyState === CLOSED) cancelRetry = after(RETRY * (0.5 + share()), enter);
      }),
    );
  };
  const look = (): void => {
    if (isSeen() !== (stream !== undefined)) enter();
  };
  for (const [target, event] of triggers) target.addEventListener(event, look);
  enter();
  return {
    isLive: () => live,
    stop: () => {
      leave();
      cancelWake?.();
      for (const [target, event] of triggers) target.removeEventListener(event, look);
    },
  };
};
