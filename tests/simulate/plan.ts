import { type Dice, diceOf } from './dice.ts';
import type { Calamity, Profile } from './profile.ts';

export type TicketKind = 'good' | 'good' | 'good' | 'poster' | 'forged' | 'unknown' | 'over';

/** Something that happens. Phones, people and events are numbers, taken modulo what there is. */
export type Deed =
  | { readonly do: 'claim'; readonly phone: number; readonly event: number; readonly ticket: TicketKind }
  | { readonly do: 'show'; readonly phone: number; readonly badge: number; readonly to: 'me' | 'world' }
  | { readonly do: 'answer'; readonly phone: number; readonly item: number }
  | { readonly do: 'give'; readonly phone: number; readonly person: number; readonly mould: number }
  | { readonly do: 'open'; readonly phone: number; readonly tabs: number }
  | { readonly do: 'close'; readonly phone: number }
  | { readonly do: 'offline' | 'online'; readonly phone: number }
  | { readonly do: 'phone-clock'; readonly phone: number; readonly error: number }
  | { readonly do: 'die'; readonly phone: number; readonly ops: number }
  | { readonly do: 'lose-writes'; readonly phone: number; readonly count: number }
  | { readonly do: 'lose-rows'; readonly phone: number; readonly which: number }
  | { readonly do: 'quota'; readonly phone: number; readonly full: boolean }
  | { readonly do: 'evict'; readonly phone: number }
  | { readonly do: 'clone'; readonly phone: number }
  | { readonly do: 'skew'; readonly phone: number; readonly to: 'none' | 'newer' | 'older' }
  | { readonly do: 'end'; readonly phone: number }
  | { readonly do: 'server-crash' | 'server-start' | 'back-up' | 'stir' }
  | { readonly do: 'server-dies'; readonly commits: number; readonly moment: 'before' | 'after' }
  | { readonly do: 'server-clock'; readonly error: number }
  | { readonly do: 'restore'; readonly newEpoch: boolean; readonly old: boolean }
  | { readonly do: 'plan' | 'unplan'; readonly event: number }
  | { readonly do: 'join' | 'leave'; readonly person: number }
  | { readonly do: 'hand-over' | 'bring-back'; readonly phone: number; readonly courier: number }
  | { readonly do: 'sealing'; readonly on: boolean }
  | { readonly do: 'leap'; readonly ms: number };

/** A deed, and the milliseconds before it. */
export type Step = Deed & { readonly wait: number };

const YEARS = 365 * 86_400_000;

interface Choice {
  readonly weight: number;
  readonly needs?: Calamity;
  readonly make: (dice: Dice) => Deed;
}

const phone = (dice: Dice): { readonly phone: number } => ({ phone: dice.between(0, 99) });

const CHOICES: readonly Choice[] = [
  {
    weight: 16,
    make: (dice) => ({
      do: 'claim',
      ...phone(dice),
      event: dice.between(0, 99),
      ticket: dice.pick(['good', 'good', 'good', 'good', 'good', 'poster', 'forged', 'unknown', 'over'] as const),
    }),
  },
  { weight: 22, make: (dice) => ({ do: 'show', ...phone(dice), badge: dice.between(0, 99), to: dice.pick(['me', 'world']) }) },
  { weight: 14, make: (dice) => ({ do: 'answer', ...phone(dice), item: dice.between(0, 2) }) },
  { weight: 8, make: (dice) => ({ do: 'give', ...phone(dice), person: dice.between(0, 99), mould: dice.between(0, 2) }) },
  { weight: 10, make: (dice) => ({ do: 'open', ...phone(dice), tabs: dice.between(1, 2) }) },
  { weight: 3, make: (dice) => ({ do: 'close', ...phone(dice) }) },
  { weight: 3, make: (dice) => ({ do: 'leap', ms: dice.pick([600_000, 7_200_000, 86_400_000, 40 * 86_400_000, 420 * 86_400_000]) }) },
  { weight: 3, make: () => ({ do: 'back-up' }) },
  { weight: 3, make: () => ({ do: 'stir' }) },
  { weight: 10, needs: 'no-locks', make: () => ({ do: 'stir' }) },
  { weight: 10, needs: 'no-locks', make: (dice) => ({ do: 'open', ...phone(dice), tabs: 2 }) },
  { weight: 5, needs: 'offline', make: (dice) => ({ do: 'offline', ...phone(dice) }) },
  { weight: 5, needs: 'offline', make: (dice) => ({ do: 'online', ...phone(dice) }) },
  { weight: 4, needs: 'phone-crash', make: (dice) => ({ do: 'close', ...phone(dice) }) },
  { weight: 8, needs: 'phone-dies-in-store', make: (dice) => ({ do: 'die', ...phone(dice), ops: dice.between(1, 60) }) },
  { weight: 4, needs: 'lost-writes', make: (dice) => ({ do: 'lose-writes', ...phone(dice), count: dice.between(1, 6) }) },
  { weight: 3, needs: 'lost-rows', make: (dice) => ({ do: 'lose-rows', ...phone(dice), which: dice.between(0, 99) }) },
  { weight: 4, needs: 'quota', make: (dice) => ({ do: 'quota', ...phone(dice), full: dice.roll(0.5) }) },
  { weight: 2, needs: 'eviction', make: (dice) => ({ do: 'evict', ...phone(dice) }) },
  {
    weight: 4,
    needs: 'phone-clock',
    make: (dice) => ({
      do: 'phone-clock',
      ...phone(dice),
      error: Math.round((dice.next() * 2 - 1) * 10 * YEARS * dice.pick([1, 0.001, 0])),
    }),
  },
  { weight: 2, needs: 'clone', make: (dice) => ({ do: 'clone', ...phone(dice) }) },
  { weight: 3, needs: 'version-skew', make: (dice) => ({ do: 'skew', ...phone(dice), to: dice.pick(['none', 'newer', 'older']) }) },
  { weight: 1, needs: 'revoked', make: (dice) => ({ do: 'end', ...phone(dice) }) },
  { weight: 4, needs: 'server-crash', make: () => ({ do: 'server-crash' }) },
  { weight: 6, needs: 'server-crash', make: () => ({ do: 'server-start' }) },
  {
    weight: 8,
    needs: 'server-dies-in-commit',
    make: (dice) => ({ do: 'server-dies', commits: dice.between(1, 4), moment: dice.pick(['before', 'after']) }),
  },
  { weight: 8, needs: 'server-dies-in-commit', make: () => ({ do: 'server-start' }) },
  { weight: 2, needs: 'server-clock', make: (dice) => ({ do: 'server-clock', error: Math.round((dice.next() * 2 - 1) * YEARS) }) },
  { weight: 3, needs: 'restore', make: () => ({ do: 'restore', newEpoch: true, old: false }) },
  { weight: 3, needs: 'silent-set-back', make: () => ({ do: 'restore', newEpoch: false, old: false }) },
  { weight: 2, needs: 'old-backup', make: (dice) => ({ do: 'restore', newEpoch: dice.roll(0.7), old: true }) },
  { weight: 4, needs: 'rights', make: (dice) => ({ do: dice.pick(['plan', 'unplan']), event: dice.between(0, 99) }) },
  { weight: 6, needs: 'rights', make: (dice) => ({ do: dice.pick(['join', 'leave']), person: dice.between(0, 99) }) },
  { weight: 14, needs: 'couriers', make: (dice) => ({ do: 'hand-over', ...phone(dice), courier: dice.between(0, 99) }) },
  { weight: 14, needs: 'couriers', make: (dice) => ({ do: 'bring-back', ...phone(dice), courier: dice.between(0, 99) }) },
  { weight: 3, needs: 'no-sealing', make: (dice) => ({ do: 'sealing', on: dice.roll(0.5) }) },
];

/** What happens in a world, in order. */
export const planOf = (profile: Profile): readonly Step[] => {
  const dice = diceOf(profile.seed, 'plan');
  const choices = CHOICES.filter(({ needs }) => needs === undefined || profile.calamities.has(needs));
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  const choose = (): Deed => {
    let at = dice.next() * total;
    for (const { weight, make } of choices) {
      at -= weight;
      if (at < 0) return make(dice);
    }
    return { do: 'back-up' };
  };
  return Array.from({ length: profile.steps }, () => ({ wait: Math.round(dice.next() ** 4 * 25_000), ...choose() }));
};
