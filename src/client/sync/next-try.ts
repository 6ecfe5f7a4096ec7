import type { Chance } from '#base/ambient';
import type { ProblemCode } from '#protocol/problem';
import type { Outcome } from './sync.ts';

/** How a run ended; `broken`: something threw, as a rule the storage. */
export type Ended = Outcome | { readonly type: 'broken'; readonly error: unknown };

/** What the waiting depends on: how the last run ended, and how many have ended alike just before. */
export interface Past {
  readonly ended: Ended;
  /** Runs in a row without an answer or refused, this one included. */
  readonly failures: number;
  /** Runs in a row that left a badge waiting for its seal, this one included. */
  readonly waits: number;
}

const SEAL_WAITS = [1_000, 2_000, 5_000, 15_000] as const;
// A badge that is not sealed within this many tries waits for something else than a busy server.
const MAX_SEAL_WAITS = 40;
const FIRST_BACK_OFF = 2_000;
const MAX_BACK_OFF = 300_000;
// Codes that no repetition will change: only a person or a new version can.
const HOPELESS = 3_600_000;

/**
 * Milliseconds to wait before asking again by oneself (an event may wake the loop sooner). `rest`: when all is done.
 * Random by half, so that a room full of phones that got the network back together does not come back together.
 */
export const nextTry = ({ ended, failures, waits }: Past, rest: number, chance: Chance): number => {
  const share = 0.5 + (chance(1)[0] ?? 0) / 255 / 2;
  const backOff = Math.min(MAX_BACK_OFF, FIRST_BACK_OFF * 2 ** Math.min(10, Math.max(0, failures - 1)));
  switch (ended.type) {
    case 'nobody':
      return rest;
    case 'done':
      return ended.awaiting && waits <= MAX_SEAL_WAITS ? (SEAL_WAITS[Math.min(waits, SEAL_WAITS.length) - 1] ?? rest) : rest * share;
    case 'silence':
    case 'broken':
      return backOff * share;
    case 'refused':
      return (isHopeless(ended.code) ? HOPELESS : backOff) * share;
  }
};

const isHopeless = (code: ProblemCode): boolean =>
  code === 'Fork' ||
  code === 'NotAllowed' ||
  code === 'DeviceEnded' ||
  code === 'SignatureBad' ||
  code === 'ProtocolUnknown' ||
  code === 'Malformed' ||
  code === 'TooLarge';
