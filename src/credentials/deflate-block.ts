import type { Bytes } from '#base/bytes';
import type { CodeLengths } from './huffman.ts';
import { codesOf, lengthsFor } from './huffman.ts';

// The block formats of RFC 1951.

/** One step of a compressed text: a byte as it is (length 1), or `length` bytes copied from `value` bytes back. */
export interface Step {
  readonly length: number;
  readonly value: number;
}

export const WINDOW = 32_768;
export const LONGEST = 258;
const END = 256;

/** Base values and extra bits of the codes for lengths (257…) and distances (0…), §3.2.5. */
const ranges = (first: number, count: number, perStep: number): readonly (readonly [base: number, extra: number])[] => {
  const found: [number, number][] = [];
  for (let base = first; found.length < count; ) {
    const extra = Math.max(0, Math.floor(found.length / perStep) - 1);
    found.push([base, extra]);
    base += 1 << extra;
  }
  return found;
};
export const LENGTHS = [...ranges(3, 28, 4), [LONGEST, 0] as const];
export const DISTANCES = ranges(1, 30, 2);

const codeTable = (codes: readonly (readonly [number, number])[], size: number): Uint8Array => {
  const table = new Uint8Array(size);
  codes.forEach(([base], code) => {
    table.fill(code, base);
  });
  return table;
};
export const LENGTH_CODE = codeTable(LENGTHS, LONGEST + 1);
export const DISTANCE_CODE = codeTable(DISTANCES, WINDOW + 1);

export const FIXED_SYMBOLS: CodeLengths = Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
export const FIXED_DISTANCES: CodeLengths = new Array<number>(30).fill(5);

/** Codes that suit these steps. */
export const dynamicCodes = (steps: readonly Step[]): { readonly symbols: CodeLengths; readonly distances: CodeLengths } => {
  const symbols = new Array<number>(286).fill(0);
  const distances = new Array<number>(30).fill(0);
  symbols[END] = 1;
  for (const { length, value } of steps) {
    const symbol = length === 1 ? value : 257 + (LENGTH_CODE[length] ?? 0);
    symbols[symbol] = (symbols[symbol] ?? 0) + 1;
    const code = DISTANCE_CODE[value] ?? 0;
    if (length > 1) distances[code] = (distances[code] ?? 0) + 1;
  }
  return { symbols: lengthsFor(symbols, 15), distances: lengthsFor(distances, 15) };
};

/** Bits, first things in the low bits (§3.1.1). */
interface BitWriter {
  put(value: number, bits: number): void;
  bytes(): Bytes;
}

const bitWriter = (): BitWriter => {
  const written: number[] = [];
  let held = 0;
  let count = 0;
  return {
    put: (value, bits) => {
      held |= value << count;
      for (count += bits; count >= 8; count -= 8) {
        written.push(held & 0xff);
        held >>>= 8;
      }
    },
    bytes: () => Uint8Array.from(count > 0 ? [...written, held & 0xff] : written),
  };
};

/** A stream of one block with the fixed codes (§3.2.6). */
export const writeFixed = (steps: readonly Step[]): Bytes => {
  const bits = bitWriter();
  bits.put(0b011, 3);
  putSteps(bits, steps, FIXED_SYMBOLS, FIXED_DISTANCES);
  return bits.bytes();
};

// §3.2.7: the order in which lengths of the code for lengths are written, as far as they are needed.
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const REPEAT_BITS: Readonly<Record<number, number>> = { 16: 2, 17: 3, 18: 7 };

/** A stream of one block that brings its own codes. */
export const writeDynamic = (steps: readonly Step[], symbols: CodeLengths, distances: CodeLengths): Bytes => {
  const used = [trimmed(symbols, 257), trimmed(distances, 1)] as const;
  const runs = runsOf([...used[0], ...used[1]]);
  const frequencies = new Array<number>(19).fill(0);
  for (const { symbol } of runs) frequencies[symbol] = (frequencies[symbol] ?? 0) + 1;
  const lengths = lengthsFor(frequencies, 7);
  const order = trimmed(
    ORDER.map((symbol) => lengths[symbol] ?? 0),
    4,
  );
  const bits = bitWriter();
  bits.put(0b101, 3);
  bits.put(used[0].length - 257, 5);
  bits.put(used[1].length - 1, 5);
  bits.put(order.length - 4, 4);
  for (const length of order) bits.put(length, 3);
  const codes = codesOf(lengths);
  for (const { symbol, more } of runs) {
    bits.put(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    bits.put(more, REPEAT_BITS[symbol] ?? 0);
  }
  putSteps(bits, steps, symbols, distances);
  return bits.bytes();
};

const trimmed = (lengths: CodeLengths, least: number): CodeLengths => {
  const last = lengths.findLastIndex((length) => length > 0);
  return lengths.slice(0, Math.max(least, last + 1));
};

/** Code lengths as they are written: one length, or a symbol for a repetition and how much `more` than its least it repeats. */
interface LengthRun {
  readonly symbol: number;
  readonly more: number;
}

const runsOf = (lengths: CodeLengths): readonly LengthRun[] => {
  const runs: LengthRun[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] ?? 0;
    let end = at + 1;
    while (end < lengths.length && lengths[end] === length) end++;
    if (length > 0) {
      runs.push({ symbol: length, more: 0 });
      at++;
    }
    while (end - at >= 3) {
      const count = Math.min(end - at, length > 0 ? 6 : 138);
      if (length > 0) runs.push({ symbol: 16, more: count - 3 });
      else runs.push(count < 11 ? { symbol: 17, more: count - 3 } : { symbol: 18, more: count - 11 });
      at += count;
    }
    for (; at < end; at++) runs.push({ symbol: length, more: 0 });
  }
  return runs;
};

const putSteps = (bits: BitWriter, steps: readonly Step[], symbols: CodeLengths, distances: CodeLengths): void => {
  const [symbolCodes, distanceCodes] = [codesOf(symbols), codesOf(distances)];
  const putSymbol = (symbol: number): void => bits.put(symbolCodes[symbol] ?? 0, symbols[symbol] ?? 0);
  for (const { length, value } of steps) {
    if (length === 1) {
      putSymbol(value);
      continue;
    }
    const code = LENGTH_CODE[length] ?? 0;
    putSymbol(257 + code);
    bits.put(length - (LENGTHS[code]?.[0] ?? 0), LENGTHS[code]?.[1] ?? 0);
    const distance = DISTANCE_CODE[value] ?? 0;
    bits.put(distanceCodes[distance] ?? 0, distances[distance] ?? 0);
    bits.put(value - (DISTANCES[distance]?.[0] ?? 0), DISTANCES[distance]?.[1] ?? 0);
  }
  putSymbol(END);
};
