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
  readonly store: Pick<ClientStore, 'subscribe' | 'outbox'>;
  readonly triggers: readonly Trigger[];
  /** Absent on old browsers: then every tab syncs, which is safe and only costs requests. */
  readonly locks?: Locks | undefined;
  /** Asks the browser to wake the service worker when the network is back; a bonus, asked for when a run ended in silence. */
  readonly askBackground?: () => void;
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
      deps.onState?.(state);
    },
  });
  // A new act in any tab wakes the loop. Its own writes are no acts, so it does not wake itself.
  let seen = 0;
  const onChange = async (): Promise<void> => {
    const newest = (await deps.store.outbox()).at(-1)?.n ?? 0;
    if (newest <= seen) return;
    seen = newest;
    loop.wake();
  };
  const unsubscribe = deps.store.subscribe(() => void onChange().catch(() => undefined));
  for (const [target, event] of deps.triggers) target.addEventListener(event, loop.wake);
  loop.wake();
  return {
    wake: loop.wake,
    alive: loop.alive,
    stop: () => {
      loop.stop();
      unsubscribe();
      for (const [target, event] of deps.triggers) target.removeEventListener(event, loop.wake);
    },
  };
};
