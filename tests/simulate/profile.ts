import { type Dice, diceOf } from './dice.ts';

/** What the network does to one request; the rest arrives and is answered. */
export const NET_FAULTS = ['lost', 'unheard', 'twice', 'late', 'portal', 'half', 'cut', 'old', 'busy'] as const;
export type NetFault = (typeof NET_FAULTS)[number];

/** Everything else that may go wrong, each on or off in a world: with all of it on at once, nothing deep is ever reached. */
export const CALAMITIES = [
  'offline',
  'phone-crash',
  'phone-dies-in-store',
  'lost-writes',
  'lost-rows',
  'quota',
  'eviction',
  'phone-clock',
  'clone',
  'server-crash',
  'server-dies-in-commit',
  'server-clock',
  'restore',
  'silent-set-back',
  'old-backup',
  'rights',
  'revoked',
  'no-sealing',
  'version-skew',
  'no-locks',
  'slow-store',
  'slow-server',
  'small-pages',
  'snapshots',
] as const;
export type Calamity = (typeof CALAMITIES)[number];

/** The kind of world a seed is. */
export interface Profile {
  readonly seed: number;
  readonly people: number;
  readonly phones: number;
  /** An advisor, and in some worlds an organiser. */
  readonly organisers: number;
  readonly events: number;
  readonly steps: number;
  /** Probability per request. */
  readonly net: Readonly<Record<NetFault, number>>;
  readonly calamities: ReadonlySet<Calamity>;
  /** Is there a continuous backup, so that `safe` lags behind `last`? */
  readonly backedUp: boolean;
}

const netFaults = (dice: Dice): Profile['net'] => {
  // A third of the worlds have a good network: faults of another kind stand out there.
  const quiet = dice.roll(0.33);
  return Object.fromEntries(NET_FAULTS.map((fault) => [fault, quiet || dice.roll(0.5) ? 0 : dice.next() ** 2 * 0.4])) as Profile['net'];
};

/** Swarm testing: every seed draws which faults there are at all, and how often. */
export const profileOf = (seed: number): Profile => {
  const dice = diceOf(seed, 'profile');
  // Eight phones at times; few are enough for most of what can happen between them.
  const phones = dice.roll(0.2) ? dice.between(5, 8) : dice.between(2, 4);
  const share = dice.pick([0.15, 0.3, 0.5]);
  return {
    seed,
    people: Math.max(1, Math.min(phones, dice.between(1, 4))),
    phones,
    organisers: dice.between(1, 2),
    events: dice.between(2, 4),
    steps: dice.between(15, 80),
    net: netFaults(dice),
    calamities: new Set(CALAMITIES.filter(() => dice.roll(share))),
    backedUp: dice.roll(0.6),
  };
};
