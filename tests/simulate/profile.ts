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
  'couriers',
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
  /** Rows in a page of a pull. */
  readonly pageRows: number;
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

/** What hurts most together; the deepest faults lie where two or three of these meet. */
const THEMES: readonly (readonly Calamity[])[] = [
  ['no-locks', 'slow-store', 'slow-server', 'small-pages', 'offline'],
  ['restore', 'silent-set-back', 'old-backup', 'small-pages', 'server-dies-in-commit'],
  ['old-backup', 'small-pages', 'phone-dies-in-store'],
  ['clone', 'lost-writes', 'phone-clock', 'revoked', 'offline'],
  ['rights', 'offline', 'small-pages', 'slow-server'],
  ['phone-dies-in-store', 'server-dies-in-commit', 'server-crash', 'phone-crash'],
  ['phone-clock', 'server-clock', 'offline'],
  ['lost-rows', 'eviction', 'quota', 'snapshots'],
  ['couriers', 'offline', 'restore', 'rights'],
  ['couriers', 'silent-set-back', 'clone', 'lost-writes', 'phone-dies-in-store'],
];

const calamitiesOf = (dice: Dice): ReadonlySet<Calamity> => {
  const theme: readonly Calamity[] = dice.roll(0.6) ? dice.pick(THEMES) : [];
  const share = theme.length > 0 ? 0.1 : dice.pick([0.15, 0.3, 0.5]);
  return new Set(CALAMITIES.filter((one) => dice.roll(theme.includes(one) ? 0.8 : share)));
};

/** Swarm testing: every seed draws which faults there are at all, and how often. */
export const profileOf = (seed: number): Profile => {
  const dice = diceOf(seed, 'profile');
  // Eight phones at times; few are enough for most of what can happen between them.
  const phones = dice.roll(0.2) ? dice.between(5, 8) : dice.between(2, 4);
  return {
    seed,
    people: Math.max(1, Math.min(phones, dice.between(1, 4))),
    phones,
    organisers: dice.between(1, 2),
    events: dice.between(2, 4),
    steps: dice.between(15, 80),
    pageRows: dice.pick([1, 2, 3]),
    net: netFaults(dice),
    calamities: calamitiesOf(dice),
    backedUp: dice.roll(0.6),
  };
};
