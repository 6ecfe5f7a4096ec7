/** Entries of one status list: the least the Bitstring Status List recommendation allows, so that one person hides among many. */
export const STATUS_LIST_SIZE = 131_072;

const ROUNDS = 12;
const LOW_BITS = 8;
const HIGH_BITS = 9;

/**
 * Place number `counter` (0 to 131 071) of a list whose places look random: a permutation chosen by `key` (16 bytes or more), so
 * counting upwards never gives one place twice. It hides order, it does not encrypt. Throws RangeError when the list is used up.
 */
export const allotStatusIndex = (counter: number, key: Uint8Array): number => {
  if (!Number.isInteger(counter) || counter < 0 || counter >= STATUS_LIST_SIZE) throw new RangeError('the status list is used up');
  if (key.length < 16) throw new RangeError('a status list key has at least 16 bytes');
  // 17 bits do not halve: a Feistel network whose halves (8 and 9 bits) change in turn is still a permutation.
  let low = counter & 0xff;
  let high = counter >> LOW_BITS;
  for (let round = 0; round < ROUNDS; round += 2) {
    low ^= mix(high, round, key) & 0xff;
    high ^= mix(low, round + 1, key) & ((1 << HIGH_BITS) - 1);
  }
  return (high << LOW_BITS) | low;
};

// Absorbs half, round and key byte by byte; multiplier and shifts are those of MurmurHash3's finaliser.
const mix = (half: number, round: number, key: Uint8Array): number => {
  let hash = Math.imul(half + 1, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b);
  for (const byte of key) hash = scramble(hash ^ byte);
  return hash >>> 0;
};

const scramble = (value: number): number => {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};
