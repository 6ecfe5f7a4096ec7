import type { Signer } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import { createClaimBadge } from '#client/actions/claim-badge';
import { type ActDeps, doAct } from '#client/actions/do-act';
import { createEnrol, type EnrolActs } from '#client/actions/enrol';
import { createShowBadge } from '#client/actions/show-badge';
import { createClientStore } from '#client/store/create-client-store';
import type { Place } from '#client/store/tables';
import type { ClientStore, Identity, OutboxEntry, Progress } from '#client/sync/client-store';
import { type Leader, startLeader } from '#client/sync/leader';
import { NO_PROGRESS } from '#client/sync/merge-progress';
import { packBox } from '#client/sync/pack-box';
import { readAnswer } from '#client/sync/read-answer';
import { serverClock } from '#client/sync/server-clock';
import { openSession, type SyncDeps } from '#client/sync/session';
import { createSync, type Outcome, type Sync } from '#client/sync/sync';
import type { Transport } from '#client/sync/transport';
import { boxId } from '#protocol/box';
import { MAX_FRAMED_BYTES } from '#protocol/limits';
import { ORIGIN } from '../build/field.ts';
import { blankDisk, DEAD, type Disk, memoryPlace } from '../build/memory-place.ts';
import type { Clockwork } from './clockwork.ts';
import { type Dice, diceOf } from './dice.ts';
import { pairOf } from './fast-crypto.ts';
import { fastSigner } from './fast-signer.ts';
import { type PhoneLocks, phoneLocks } from './locks.ts';
import { badNetwork, type Link } from './network.ts';
import type { Profile } from './profile.ts';
import type { Jar, SimServer } from './sim-server.ts';

/** One tab: it can die at any moment, and then nothing it asked for ever comes back. */
export interface Tab {
  alive: boolean;
  readonly store: ClientStore;
  readonly sync: Sync;
  readonly acts: ReturnType<typeof actsOf>;
  readonly boxes: ReturnType<typeof boxesOf>;
  leader: Leader | undefined;
}

/** A phone: its disk outlives its tabs. */
export interface SimPhone {
  readonly name: string;
  readonly secret: string;
  readonly role: 'person' | 'organiser' | 'advisor';
  disk: Disk;
  readonly jar: Jar;
  readonly link: Link;
  readonly tabs: readonly Tab[];
  /** Milliseconds its own clock is wrong by. */
  clockError: number;
  quota: boolean;
  /** Opens the app in so many tabs; those that are open stay. */
  open(tabs?: number): Tab;
  /** Kills every tab, in the middle of whatever it does. */
  close(): void;
  /** It will die at one of its next reads and writes. */
  armDeath(ops: number): void;
  /** A tab without a loop, for rounds done by hand. */
  aside(): Tab;
  readonly outcomes: readonly Outcome[];
}

/** What the rest of the world wants to know of a phone. */
export interface PhoneEars {
  readonly onAct: (phone: SimPhone, entry: OutboxEntry, identity: Identity) => void;
  readonly onKept: (phone: SimPhone, entry: OutboxEntry) => void;
  /** A transaction that writes has been kept. */
  readonly onChange: (phone: SimPhone) => void;
  readonly onApplying: (phone: SimPhone) => void;
  readonly onApplied: (phone: SimPhone, tab: Tab, how: { readonly whole: boolean; readonly more: boolean }) => void;
  /** The answer to a box is about to be read: what it says is as of when it was closed. */
  readonly onRead: (phone: SimPhone) => void;
  /** Something threw under the loop. */
  readonly onBroken: (error: unknown) => void;
  /** Rows were compared with the server's, and these scopes differed. Who was away for a year begins anew without comparing. */
  readonly onDiffering: (phone: SimPhone, scopes: readonly string[]) => void;
  readonly onAsked: (path: string, question: unknown) => void;
  readonly onAnswer: (phone: SimPhone, tab: Tab, path: string, question: unknown, answer: unknown) => void;
  readonly onHeard: (phone: SimPhone, tab: Tab, path: string, question: unknown, answer: unknown) => void;
}

export interface PhoneDeps {
  readonly world: Clockwork;
  readonly server: SimServer;
  readonly profile: Profile;
  readonly ears: PhoneEars;
  readonly said: (text: () => string) => void;
}

// A look for news so rarely that it costs a simulation nothing; acts, openings and reconnections wake the loop.
const REST = 120_000;

export const createPhone = (deps: PhoneDeps, who: Pick<SimPhone, 'name' | 'secret' | 'role'>, disk: Disk = blankDisk()): SimPhone => {
  const { world, profile, ears } = deps;
  const dice = diceOf(profile.seed, who.name);
  const said = (text: () => string): void => deps.said(() => `${who.name}: ${text()}`);
  const locks = phoneLocks();
  let tabs: Tab[] = [];
  let death: number | undefined;
  const outcomes: Outcome[] = [];
  const phone: SimPhone = {
    ...who,
    disk,
    jar: { cookie: undefined },
    link: { online: true, healed: false, skew: 'none' },
    get tabs() {
      return tabs;
    },
    clockError: 0,
    quota: false,
    open: (count = 1) => {
      while (tabs.length < count) tabs.push(openTab(true));
      return tabs[0] as Tab;
    },
    close: () => {
      for (const tab of tabs) tab.alive = false;
      tabs = [];
      death = undefined;
      locks.sweep();
    },
    armDeath: (ops) => {
      death = ops;
    },
    aside: () => openTab(false),
    outcomes,
  };

  const openTab = (withLoop: boolean): Tab => {
    const state = { alive: true };
    const op = (name: string, writes: boolean): void => {
      if (!state.alive) throw DEAD;
      if (death !== undefined && --death <= 0) {
        said(() => `dies at ${name}`);
        phone.close();
        throw DEAD;
      }
      if (writes && phone.quota && (name === 'rows' || dice.roll(0.3)))
        throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    };
    const kept = (): void => {
      ears.onChange(phone);
      // Between a transaction and whoever waits for it, too.
      if (death !== undefined && dice.roll(0.1)) phone.close();
      if (!state.alive) throw DEAD;
    };
    const place = memoryPlace(phone.disk, { op, kept });
    const slow = profile.calamities.has('slow-store') && withLoop;
    const bare = createClientStore(slow ? slowed(place, () => world.sleep(dice.between(0, 20))) : place);
    const tab = Object.assign(state, { leader: undefined }) as Tab & { alive: boolean };
    const store = listening(bare, phone, tab, ears);
    const transport = badNetwork({
      ...deps,
      dice,
      link: phone.link,
      jar: phone.jar,
      isAlive: () => state.alive,
      said,
      onAsked: ears.onAsked,
      onAnswer: (path, question, answer) => ears.onAnswer(phone, tab, path, question, answer),
      onHeard: (path, question, answer) => ears.onHeard(phone, tab, path, question, answer),
    });
    const clock = (): number => world.now() + phone.clockError;
    const parts = { store, transport, signerOf, makeKey: makeKeyOf(dice), clock, chance: dice.bytes };
    Object.assign(tab, {
      store,
      sync: remembering(createSync(parts), outcomes, said),
      acts: actsOf(store, transport, phone, dice, clock),
      boxes: boxesOf(parts, { dice, said, onRead: () => ears.onRead(phone) }),
    });
    if (withLoop) tab.leader = lead(deps, tab, dice, profile.calamities.has('no-locks') ? undefined : locks);
    return tab;
  };
  return phone;
};

/** Others get their turn between two transactions, as in a browser with two tabs. */
const slowed = (place: Place, sleep: () => Promise<void>): Place => ({
  look: async (work) => {
    await sleep();
    return place.look(work);
  },
  change: async (work) => {
    await sleep();
    return place.change(work);
  },
  subscribe: place.subscribe,
});

const signers = new WeakMap<object, Signer>();

const signerOf = async (key: Identity['keyPair']): Promise<Signer> => {
  const signer = signers.get(key) ?? fastSigner('seed' in key ? key.seed : new Uint8Array(32));
  signers.set(key, signer);
  return signer;
};

const makeKeyOf = (dice: Dice) => async () => ({ seed: dice.bytes(32) });

const remembering = (sync: Sync, outcomes: Outcome[], said: (text: () => string) => void): Sync => ({
  run: async () => {
    const outcome = await sync.run();
    outcomes.push(outcome);
    said(() => `synced: ${JSON.stringify(outcome)}`);
    return outcome;
  },
});

/** What a phone's owner can do. */
const actsOf = (store: ClientStore, transport: Transport, phone: SimPhone, dice: Dice, clock: () => number) => {
  const told = (): Progress => (phone.disk.meta.get('progress') as Progress | undefined) ?? NO_PROGRESS;
  const deps: ActDeps = { store, clock: serverClock(clock, told), chance: dice.bytes, origin: ORIGIN };
  const enrolActs: EnrolActs = createEnrol({ store, post: transport.post, makeKey: makeKeyOf(dice), signerOf });
  return {
    claim: createClaimBadge(deps),
    show: createShowBadge(deps),
    do: (name: Parameters<typeof doAct>[1], args: Parameters<typeof doAct>[2]) => doAct(deps, name, args),
    enter: () => (phone.role === 'person' ? enrolActs.enrol(phone.secret, [1, 2, 3, 4]) : enrolActs.enrolOrganiser(phone.secret)),
  };
};

/** What a phone gives to be carried, and what it carries. */
const boxesOf = (
  deps: SyncDeps,
  { dice, said, onRead }: { readonly dice: Dice; readonly said: (text: () => string) => void; readonly onRead: () => void },
) => {
  const session = async () => {
    const identity = await deps.store.identity();
    return identity && { ...(await openSession(deps, identity)), makePair: async () => pairOf(dice.bytes(32)) };
  };
  return {
    pack: async () => {
      const own = await session();
      const packed = own && (await packBox(own, MAX_FRAMED_BYTES));
      said(() => `a box to carry: ${packed?.type}`);
      return packed;
    },
    take: async (box: Bytes) => {
      const kept = await deps.store.keepBox({ id: await boxId(box), box, from: 'carried', at: deps.clock() });
      said(() => `carries a box: ${kept}`);
    },
    read: async (answer: Bytes) => {
      const own = await session();
      if (!own) return;
      onRead();
      const read = await readAnswer(own, answer);
      said(() => `reads an answer: ${JSON.stringify(read)}`);
    },
  };
};

/** The store, telling what happens in it. */
const listening = (store: ClientStore, phone: SimPhone, tab: Tab, ears: PhoneEars): ClientStore => {
  let isComparing = false;
  return {
    ...store,
    act: async (needs, pending, decide) => {
      let made: OutboxEntry | undefined;
      const identity = phone.disk.meta.get('identity') as Identity | undefined;
      const answer = await store.act(
        needs,
        (n) => {
          made = pending(n);
          if (identity) ears.onAct(phone, made, identity);
          return made;
        },
        decide,
      );
      if (made) ears.onKept(phone, made);
      return answer;
    },
    applyPull: async (page) => {
      ears.onApplying(phone);
      const whole = await store.applyPull(page);
      ears.onApplied(phone, tab, { whole, more: page.more });
      return whole;
    },
    // Each question begins with it.
    cursors: () => {
      isComparing = false;
      return store.cursors();
    },
    keepCompared: async (at) => {
      await store.keepCompared(at);
      isComparing = true;
    },
    renew: async (scopes) => {
      if (isComparing) ears.onDiffering(phone, scopes);
      return store.renew(scopes);
    },
  };
};

const lead = ({ world, ears }: PhoneDeps, tab: Tab, dice: Dice, locks: PhoneLocks | undefined): Leader =>
  startLeader({
    store: tab.store,
    sync: tab.sync,
    chance: dice.bytes,
    rest: () => REST,
    after: (ms, work) => world.after(ms, () => (tab.alive ? work() : undefined)),
    triggers: [],
    locks: locks?.forTab(tab),
    onState: ({ last }) => {
      if (last?.type === 'broken') ears.onBroken(last.error);
    },
  });
