import type { Chance } from '#base/ambient';

/** Everything that is left to chance in a simulation: the same seed and name always give the same stream. */
export interface Dice {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with this probability. */
  roll(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  readonly bytes: Chance;
}

// Integer hash (Wellons' "lowbias32"): near seeds give streams that have nothing in common.
const mix = (value: number): number => {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
};

const hashOf = (seed: number, name: string): number => {
  let hash = mix(seed);
  for (let i = 0; i < name.length; i++) hash = mix(hash ^ name.charCodeAt(i));
  return hash;
};

/** The stream of a seed that belongs to one thing in the world: what another thing draws changes nothing here. */
export const diceOf = (seed: number, name: string): Dice => {
  let [a, b, c, d] = [hashOf(seed, name), hashOf(seed, `${name}1`), hashOf(seed, `${name}2`), 1];
  // sfc32 (PractRand): small, fast, no short cycles.
  const word = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  const next = (): number => word() / 2 ** 32;
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    roll: (probability) => probability > 0 && next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[between(0, list.length - 1)] as T;
    },
    bytes: (size) => {
      const bytes = new Uint8Array(size);
      for (let i = 0; i < size; i += 4) {
        const value = word();
        for (let j = 0; j < 4 && i + j < size; j++) bytes[i + j] = value >>> (8 * j);
      }
      return bytes;
    },
  };
};
