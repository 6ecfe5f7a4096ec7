import type { Chance, Clock } from '#base/ambient';
import { createCheckCredentials } from '#client/actions/check-credentials';
import { createClaimBadge } from '#client/actions/claim-badge';
import { createEnrol, type EnrolActs } from '#client/actions/enrol';
import { createLookAtScan } from '#client/actions/look-at-scan';
import { createMakeTicket, untilNextStep } from '#client/actions/make-ticket';
import { createShowBadge } from '#client/actions/show-badge';
import { openDexieStore } from '#client/store/dexie-store';
import type { ClientStore, Identity, Progress } from '#client/sync/client-store';
import { createHttpTransport } from '#client/sync/http-transport';
import { type Leader, type Locks, SYNC_TAG, startLeader, type Trigger } from '#client/sync/leader';
import { makeKey } from '#client/sync/make-key';
import { NO_PROGRESS } from '#client/sync/merge-progress';
import { listenForPokes, type Pokes } from '#client/sync/pokes';
import { serverClock } from '#client/sync/server-clock';
import { signerOf } from '#client/sync/signer-of';
import { createSync } from '#client/sync/sync';
import type { Transport } from '#client/sync/transport';
import { POKES_PATH } from '#protocol/pokes-path';
import { type Projected, project } from './project.ts';
import type { Seen } from './seen.ts';

/** The device's whole machinery behind the screens: store, acts, sync. One chunk, loaded beside the first screen. */
export interface Engine extends EnrolActs {
  readonly look: ReturnType<typeof createLookAtScan>;
  readonly claim: ReturnType<typeof createClaimBadge>;
  readonly show: ReturnType<typeof createShowBadge>;
  ticket(event: string, poster: boolean): Promise<string | null>;
  untilNextStep(): number;
  /** The words of the screen have changed language. */
  locale(locale: string): void;
}

export interface EngineDeps {
  readonly origin: string;
  readonly locale: string;
  /** Told at the start and after every change, with all that screens show. */
  readonly onSeen: (seen: Seen) => void;
}

const clock: Clock = () => Date.now();
const chance: Chance = (size) => crypto.getRandomValues(new Uint8Array(size));

/** Opens the device's store, tells what it holds, and keeps device and server in step from now on. */
export const startEngine = async ({ origin, locale, onSeen }: EngineDeps): Promise<Engine> => {
  const store = openDexieStore();
  let told: Progress = NO_PROGRESS;
  const serverTime = serverClock(clock, () => told);
  const transport = createHttpTransport({ origin, fetch: (address, init) => fetch(address, init), onBytes: () => leader?.alive() });
  let leader: Leader | undefined;
  // What could not be decided is looked at again after each pull, when the issuer's document may have come, and not more often.
  let checkedAfter = -1;
  const look = createLook(store, locale, async ({ seen, identity, toCheck }, progress) => {
    told = progress;
    onSeen(seen);
    if (identity) leader ??= lead(origin, store, transport, identity);
    if (!identity || !toCheck || progress.serverTime === checkedAfter) return;
    checkedAfter = progress.serverTime;
    await check(store, identity);
  });
  store.subscribe(look.again);
  await look.again();
  const deps = { store, clock: serverTime, chance, origin };
  return {
    ...createEnrol({ store, post: (path, body) => transport.post(path, body), makeKey, signerOf }),
    look: createLookAtScan(deps),
    claim: createClaimBadge(deps),
    show: createShowBadge(deps),
    ticket: async (event, poster) => {
      const key = await store.key();
      return key ? createMakeTicket({ store, origin, clock: serverTime, signer: await signerOf(key) })(event, poster) : null;
    },
    untilNextStep: () => untilNextStep(serverTime()),
    locale: look.speak,
  };
};

/** Looks at the store one time after the other, never two at once; what changed meanwhile is looked at once more. */
const createLook = (store: ClientStore, first: string, tell: (now: Projected, progress: Progress) => Promise<void>) => {
  let locale = first;
  let running: Promise<void> | undefined;
  let stale = false;
  const work = async (): Promise<void> => {
    do {
      stale = false;
      const progress = await store.progress();
      await tell(await project(store, progress, locale, clock()), progress);
    } while (stale);
  };
  const again = (): Promise<void> => {
    stale = true;
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
  const speak = (chosen: string): void => {
    locale = chosen;
    void again();
  };
  return { again, speak };
};

// The server pokes who listens. Where no stream comes through, staff look for news more often than a person, who can wait.
const REST = 300_000;
const restUnheard = ({ actor }: Identity): number => (actor.role === 'person' ? REST : 30_000);

const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

const lead = (origin: string, store: ClientStore, transport: Transport, identity: Identity): Leader => {
  let pokes: Pokes | undefined;
  return startLeader({
    store,
    rest: () => (pokes?.isLive() ? REST : restUnheard(identity)),
    listen: (wake) => {
      pokes = listenForPokes({ open: () => new EventSource(`${origin}${POKES_PATH}`), isSeen, triggers: SEEN, after, chance }, wake);
      return pokes;
    },
    sync: createSync({ store, transport, signerOf, makeKey, clock, chance }),
    chance,
    after,
    locks: navigator.locks as Locks | undefined,
    triggers: [[window, 'online'], [window, 'pageshow'], ...SEEN],
    askBackground: () => void askBackground().catch(() => undefined),
  });
};

const isSeen = (): boolean => document.visibilityState === 'visible';
const SEEN: readonly Trigger[] = [[document, 'visibilitychange']];

// A bonus of Chromium: the service worker is woken when the network is back, with no tab open.
const askBackground = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.ready;
  if ('sync' in registration) await (registration.sync as { register(tag: string): Promise<void> }).register(SYNC_TAG);
};

/** Checks what has just been sealed. The weight of verification is loaded only when there is something to verify. */
const check = async (store: ClientStore, { actor }: Identity): Promise<void> => {
  if (actor.role !== 'person') return;
  const { verifyHeld } = await import('./verify-held.ts');
  await createCheckCredentials({ store, clock, verify: verifyHeld })(actor.person);
};
