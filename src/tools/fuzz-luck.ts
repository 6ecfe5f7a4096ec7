/** Chance that can be had again: the same words give the same numbers on every machine. */
export interface Luck {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** True in about `share` of all cases (0 to 1). */
  odds(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

// FNV-1a, to spread a text over 32 bits.
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The luck of one seed. (mulberry32: small, fast, and good enough to choose what to break.) */
export const luckOf = (seed: string): Luck => {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % Math.max(1, limit);
  const pick = <T>(list: readonly T[]): T => {
    const [first] = list;
    if (first === undefined) throw new RangeError('nothing to pick from');
    return list[below(list.length)] ?? first;
  };
  return {
    below,
    odds: (share) => next() < share * 2 ** 32,
    pick,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
  };
};
