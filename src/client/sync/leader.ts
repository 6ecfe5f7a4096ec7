import type { ClientStore } from './client-store.ts';
import { createLoop, type LoopDeps } from './loop.ts';
import type { Outcome, Sync } from './sync.ts';

/** Something whose event means "now is a good moment": `[window, 'online']`, `[document, 'visibilitychange']`, `[window, 'pageshow']`. */
export type Trigger = readonly [target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>, event: string];

/** The part of Web Locks used here. */
export interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
    work: (lock: unknown) => Promise<void>,
  ): Promise<unknown>;
}

export interface LeaderDeps extends LoopDeps {
  readonly store: Pick<ClientStore, 'subscribe' | 'outbox' | 'identity'>;
  readonly triggers: readonly Trigger[];
  /** Absent on old browsers: then every tab syncs, which is safe and only costs requests. */
  readonly locks?: Locks | undefined;
  /** Asks the browser to wake the service worker when the network is back; a bonus, asked for when a run ended in silence. */
  readonly askBackground?: () => void;
  /** Listens for the server's pokes as long as this tab leads; begun when the server knows who listens. */
  readonly listen?: (wake: () => void) => { stop(): void };
}

export interface Leader {
  /** Asks for a run now. Does nothing in a tab that does not lead. */
  wake(): void;
  /** To be told when bytes arrive. */
  alive(): void;
  /** Steps down; another tab takes over. */
  stop(): void;
}

/** Only who holds this lock syncs: one tab, or the service worker when no tab is there. */
export const LEADER_LOCK = 'pepites-sync';

/** The tag of the one-off Background Sync a tab asks for (`registration.sync.register`). */
export const SYNC_TAG = 'pepites-sync';

/** Keeps device and server in step from the moment this tab leads until it stops. */
export const startLeader = (deps: LeaderDeps): Leader => {
  const ending = new AbortController();
  let leading: Pick<Leader, 'wake' | 'alive' | 'stop'> | undefined;
  let release: () => void = () => undefined;
  const lead = async (): Promise<void> => {
    if (ending.signal.aborted) return;
    leading = startLeading(deps);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  };
  // Held until the tab goes: the browser then hands the lock to the next one by itself, even after a crash.
  if (deps.locks) deps.locks.request(LEADER_LOCK, { signal: ending.signal }, lead).catch(() => undefined);
  else void lead();
  return {
    wake: () => leading?.wake(),
    alive: () => leading?.alive(),
    stop: () => {
      ending.abort();
      leading?.stop();
      release();
    },
  };
};

/** One run for who will not live long (service worker); `led`: some tab leads and will do it. */
export const runUnlessLed = async (sync: Sync, locks: Locks | undefined): Promise<Outcome | 'led'> => {
  if (!locks) return sync.run();
  const ran: Outcome[] = [];
  await locks.request(LEADER_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) ran.push(await sync.run());
  });
  return ran[0] ?? 'led';
};

const startLeading = (deps: LeaderDeps): Leader => {
  const loop = createLoop({
    ...deps,
    onState: (state) => {
      if (!state.running && state.last?.type === 'silence') deps.askBackground?.();
      if (!state.running && state.last?.type === 'done') news.answered();
      deps.onState?.(state);
    },
  });
  const news = watchForNews(deps, loop.wake);
  for (const [target, event] of deps.triggers) target.addEventListener(event, loop.wake);
  void news.ready.then(loop.wake);
  return {
    wake: loop.wake,
    alive: loop.alive,
    stop: () => {
      loop.stop();
      news.stop();
      for (const [target, event] of deps.triggers) target.removeEventListener(event, loop.wake);
    },
  };
};

/** Wakes for a new act in any tab, for somebody who has entered and, once the server knows who is there, for its pokes. */
const watchForNews = ({ store, listen }: LeaderDeps, wake: () => void) => {
  let known: { readonly newest: number; readonly device: string | undefined } = { newest: 0, device: undefined };
  let listening: { stop(): void } | undefined;
  let isOver = false;
  const look = async (): Promise<boolean> => {
    const [newest, device] = [(await store.outbox()).at(-1)?.n ?? 0, (await store.identity())?.device];
    const isSame = device === known.device;
    // The loop's own writes are neither, so it does not wake itself. Somebody else's acts are counted from the beginning.
    const isNews = newest > known.newest || (device !== undefined && !isSame);
    known = { newest: isSame ? Math.max(known.newest, newest) : newest, device };
    if (isOver || !isSame) {
      listening?.stop();
      listening = undefined;
    }
    return isNews;
  };
  const unsubscribe = store.subscribe(() => {
    look().then(
      (isNews) => (isNews ? wake() : undefined),
      () => undefined,
    );
  });
  return {
    /** Resolves when what is there already is known: it is no news. */
    ready: look().catch(() => false),
    /** The server has just answered this device: it is signed in. */
    answered: () => {
      if (known.device !== undefined && !isOver) listening ??= listen?.(wake);
    },
    stop: () => {
      isOver = true;
      listening?.stop();
      unsubscribe();
    },
  };
};
