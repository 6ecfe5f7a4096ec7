import type { Locks, Trigger } from '#client/sync/leader';
import { createLoop, type LoopDeps } from '#client/sync/loop';
import type { Outcome, Sync } from '#client/sync/sync';
import type { MediaStore } from './media-store.ts';

/** Only who holds this lock brings media: one tab, or the service worker when no tab is there. */
export const MEDIA_LOCK = 'pepites-media';

export interface LeadDeps extends Omit<LoopDeps, 'sync'> {
  readonly uploads: Sync;
  readonly store: Pick<MediaStore, 'held' | 'subscribe'>;
  readonly triggers: readonly Trigger[];
  readonly locks: Locks | undefined;
  /** Asks the browser to wake the service worker when the network is back. */
  readonly askBackground: () => void;
}

/** Brings media for as long as this tab leads, tried again as the acts' sync is, but in a loop of its own. `alive`: the server answered. */
export const leadUploads = (deps: LeadDeps): { wake(): void; alive(): void } => {
  let loop: ReturnType<typeof createLoop> | undefined;
  const begin = (): void => {
    loop = createLoop({
      ...deps,
      sync: deps.uploads,
      onState: ({ running, last }) => {
        if (!running && last?.type === 'silence') deps.askBackground();
      },
    });
    const { wake } = loop;
    for (const [target, event] of deps.triggers) target.addEventListener(event, wake);
    watchForMore(deps.store, wake);
  };
  const forEver = (): Promise<void> => {
    begin();
    return new Promise(() => undefined);
  };
  if (deps.locks) deps.locks.request(MEDIA_LOCK, {}, forEver).catch(() => undefined);
  else begin();
  return { wake: () => loop?.wake(), alive: () => loop?.alive() };
};

/** Wakes for what is new or was asked for; the loop's own writes are neither. */
const watchForMore = (store: LeadDeps['store'], wake: () => void): void => {
  let known = new Set<string>();
  const look = async (): Promise<void> => {
    const now = new Set((await store.held()).map(({ id, asked }) => `${id} ${asked}`));
    const isMore = [...now].some((one) => !known.has(one));
    known = now;
    if (isMore) wake();
  };
  store.subscribe(() => void look().catch(() => undefined));
  void look().catch(() => undefined);
};

/** One run for who will not live long (service worker); nothing when some tab leads. */
export const uploadUnlessLed = async (uploads: Sync, locks: Locks | undefined): Promise<Outcome | 'led'> => {
  if (!locks) return uploads.run();
  const ran: Outcome[] = [];
  await locks.request(MEDIA_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) ran.push(await uploads.run());
  });
  return ran[0] ?? 'led';
};
