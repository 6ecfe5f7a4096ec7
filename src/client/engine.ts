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
import { createSync, type Sync } from '#client/sync/sync';
import type { BadgeId } from '#domain/ids';
import type { Records } from '#domain/record';
import { POKES_PATH } from '#protocol/pokes-path';
import type { AskingEngine } from './asking-engine.ts';
import type { CaptureDeps, CaptureEngine } from './capture-engine.ts';
import type { CourierEngine } from './courier-engine.ts';
import type { FirstEngine } from './first-engine.ts';
import type { GivingEngine } from './giving-engine.ts';
import type { LeavingEngine } from './leaving-engine.ts';
import { noteRuns } from './note-runs.ts';
import { pretendedFetch, pretendedNow } from './pretend.ts';
import { type Projected, project } from './project.ts';
import type { Seen } from './seen.ts';
import type { SendingEngine } from './sending-engine.ts';

/** The device's whole machinery behind the screens: store, acts, sync. One chunk, loaded beside the first screen. */
export interface Engine extends EnrolActs {
  readonly look: ReturnType<typeof createLookAtScan>;
  readonly claim: ReturnType<typeof createClaimBadge>;
  readonly show: ReturnType<typeof createShowBadge>;
  ticket(event: string, poster: boolean): Promise<string | null>;
  untilNextStep(): number;
  /** What was made on this device; loaded with its first use, or soon after the start for who may have something under way. */
  capture(): Promise<CaptureEngine>;
  /** Asking for badges; loaded with its first use. */
  askingEngine(): Promise<AskingEngine>;
  /** Boxes for and of others, and how syncing stands; loaded with its first use. */
  courier(): Promise<CourierEngine>;
  /** Giving, receiving, witnesses; loaded with its first use. */
  giving(): Promise<GivingEngine>;
  /** Links to a badge; loaded with its first use. */
  sending(): Promise<SendingEngine>;
  /** Leaving this device; loaded with its first use. */
  leaving(): Promise<LeavingEngine>;
  /** Consent, and all that is hers as one file; loaded with its first use. */
  first(): Promise<FirstEngine>;
  packed(badge: string): Promise<readonly string[] | null>;
  /** What this device knows of moulds and organisations, to check badges by. */
  catalogue(): Promise<Records>;
  /** The words of the screen have changed language. */
  locale(locale: string): void;
}

export interface EngineDeps {
  readonly origin: string;
  readonly locale: string;
  /** Told at the start and after every change, with all that screens show. */
  readonly onSeen: (seen: Seen) => void;
}

const clock: Clock = pretendedNow;
const chance: Chance = (size) => crypto.getRandomValues(new Uint8Array(size));

/** Opens the device's store, tells what it holds, and keeps device and server in step from now on. */
export const startEngine = async ({ origin, locale, onSeen }: EngineDeps): Promise<Engine> => {
  const store = openDexieStore();
  let told: Progress = NO_PROGRESS;
  const serverTime = serverClock(clock, () => told);
  const transport = createHttpTransport({ origin, fetch: pretendedFetch, onBytes: () => leader?.alive() });
  let leader: Leader | undefined;
  const noted = noteRuns(createSync({ store, transport, signerOf, makeKey, clock, chance }), clock);
  // What could not be decided is looked at again after each pull, when the issuer's document may have come, and not more often.
  let checkedAfter = -1;
  const look = createLook(store, locale, async ({ seen, identity, toCheck }, progress) => {
    told = progress;
    onSeen(seen);
    if (identity) leader ??= lead(origin, store, noted.sync, identity);
    if (!identity || !toCheck || progress.serverTime === checkedAfter) return;
    checkedAfter = progress.serverTime;
    await check(store, identity);
  });
  store.subscribe(look.again);
  await look.again();
  const deps = { store, clock: serverTime, chance, origin };
  const capture = captureOf({ ...deps, transport, after, triggers: TRIGGERS, askBackground: quietly, wakeSync: () => leader?.wake() });
  store
    .identity()
    .then((somebody) => somebody && capture())
    .catch(() => undefined);
  return {
    capture,
    askingEngine: async () => (await import('./asking-engine.ts')).createAskingEngine(deps),
    courier: async () => (await import('./courier-engine.ts')).createCourierEngine({ ...deps, transport, ...noted }),
    giving: async () => (await import('./giving-engine.ts')).createGivingEngine(deps),
    sending: async () => (await import('./sending-engine.ts')).createSendingEngine(deps),
    leaving: async () => (await import('./leaving-engine.ts')).createLeavingEngine({ ...deps, transport }),
    first: async () => (await import('./first-engine.ts')).createFirstEngine({ ...deps, capture }),
    ...createEnrol({ store, post: (path, body) => transport.post(path, body), makeKey, signerOf }),
    look: createLookAtScan(deps),
    claim: createClaimBadge(deps),
    show: createShowBadge(deps),
    ticket: async (event, poster) => {
      const key = await store.key();
      return key ? createMakeTicket({ store, origin, clock: serverTime, signer: await signerOf(key) })(event, poster) : null;
    },
    packed: async (badge) => (await import('#client/actions/pack-held-badge')).packHeldBadge(deps, badge as BadgeId),
    catalogue: async () => store.read((await import('#client/actions/badge-templates')).TEMPLATE_NEEDS),
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
const restUnheard = ({ actor }: Identity): number => (actor.role === 'person' ? REST : 15_000);

const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

const lead = (origin: string, store: ClientStore, sync: Sync, identity: Identity): Leader => {
  let pokes: Pokes | undefined;
  return startLeader({
    store,
    rest: () => (pokes?.isLive() ? REST : restUnheard(identity)),
    listen: (wake) => {
      pokes = listenForPokes({ open: () => new EventSource(`${origin}${POKES_PATH}`), isSeen, triggers: SEEN, after, chance }, wake);
      return pokes;
    },
    sync,
    chance,
    after,
    locks: navigator.locks as Locks | undefined,
    triggers: TRIGGERS,
    askBackground: quietly,
  });
};

const isSeen = (): boolean => document.visibilityState === 'visible';
const SEEN: readonly Trigger[] = [[document, 'visibilitychange']];
const TRIGGERS: readonly Trigger[] = [[window, 'online'], [window, 'pageshow'], ...SEEN];

// A bonus of Chromium: the service worker is woken when the network is back, with no tab open.
const askBackground = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.ready;
  if ('sync' in registration) await (registration.sync as { register(tag: string): Promise<void> }).register(SYNC_TAG);
};

const quietly = (): void => void askBackground().catch(() => undefined);

/** Once, whoever asks first. */
const captureOf = (deps: CaptureDeps): (() => Promise<CaptureEngine>) => {
  let started: Promise<CaptureEngine> | undefined;
  return () => {
    started ??= import('./capture-engine.ts')
      .then(({ startCapture }) => startCapture(deps))
      .catch((error: unknown) => {
        started = undefined;
        throw error;
      });
    return started;
  };
};

/** Checks what has just been sealed. The weight of verification is loaded only when there is something to verify. */
const check = async (store: ClientStore, { actor }: Identity): Promise<void> => {
  if (actor.role !== 'person') return;
  const { verifyHeld } = await import('./verify-held.ts');
  await createCheckCredentials({ store, clock, verify: verifyHeld })(actor.person);
};
