import type { Chance } from '#base/ambient';
import type { Trigger } from './leader.ts';

/** The part of EventSource used here. */
export interface Stream {
  addEventListener(event: 'open' | 'error' | 'message' | 'beat', listener: (event: { readonly data?: unknown }) => void): void;
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
// A lost line is often a server that starts again: what it had to say is looked for when it may be back.
const BACK = 5_000;
// The server is heard every 25 seconds; a line that says nothing for so long is dead, whatever the browser thinks of it.
const DEAD = 70_000;

/** Listens while the tab is seen and wakes for every poke. What is missed meanwhile is found by looking: nothing depends on this. */
export const listenForPokes = ({ open, isSeen, triggers, after, chance }: PokeDeps, wake: () => void): Pokes => {
  let stream: Stream | undefined;
  let live = false;
  let cancelRetry = (): void => undefined;
  let cancelWatch = (): void => undefined;
  let cancelWake: (() => void) | undefined;
  const share = (): number => (chance(1)[0] ?? 0) / 255;
  const wakeWithin = (ms: number): void => {
    cancelWake ??= after(ms * share(), () => {
      cancelWake = undefined;
      wake();
    });
  };
  const leave = (): void => {
    cancelRetry();
    cancelWatch();
    stream?.close();
    stream = undefined;
    live = false;
  };
  const enter = (): void => {
    leave();
    if (!isSeen()) return;
    const fresh = open();
    stream = fresh;
    const watch = (): void => {
      cancelWatch();
      cancelWatch = after(DEAD, enter);
    };
    const ifCurrent = (work: (event: { readonly data?: unknown }) => void) => (event: { readonly data?: unknown }) => {
      if (stream === fresh) work(event);
    };
    fresh.addEventListener(
      'open',
      ifCurrent(() => {
        live = true;
        watch();
        // What was said while nobody listened is not said again.
        wakeWithin(SOON);
      }),
    );
    fresh.addEventListener(
      'message',
      ifCurrent(({ data }) => {
        watch();
        wakeWithin(typeof data === 'string' && data.startsWith('c:') ? CROWD : SOON);
      }),
    );
    fresh.addEventListener('beat', ifCurrent(watch));
    // A lost line is taken up again by the browser itself; a refusal (no cookie yet, too many) is final for it, not for us.
    fresh.addEventListener(
      'error',
      ifCurrent(() => {
        if (live) wakeWithin(BACK);
        live = false;
        cancelWatch();
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
