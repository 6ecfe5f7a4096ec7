import type { Bytes } from '#base/bytes';
import { concatBytes } from '#base/bytes';
import type { Step } from './deflate-block.ts';
import {
  DISTANCE_CODE,
  DISTANCES,
  dynamicCodes,
  FIXED_DISTANCES,
  FIXED_SYMBOLS,
  LENGTH_CODE,
  LENGTHS,
  LONGEST,
  WINDOW,
  writeDynamic,
  writeFixed,
} from './deflate-block.ts';
import type { CodeLengths } from './huffman.ts';

const CANDIDATES = 128;

// RFC 1951. The platform compresses too, but without a dictionary and with a greedy choice of copies: for a text that has to fit into a
// code on a screen, every byte counts and time does not.

/** Bytes as a raw deflate stream that refers back into `dictionary`; as short as can be, for texts of some kilobytes. */
export const deflate = (bytes: Uint8Array, dictionary: Uint8Array): Bytes => {
  const text = concatBytes(dictionary, bytes);
  const matches = matchesOf(text, dictionary.length);
  const fixed = stepsOf(text, dictionary.length, matches, FIXED_SYMBOLS, FIXED_DISTANCES);
  const short = writeFixed(fixed);
  let steps = fixed;
  let shortest = short;
  // The best copies depend on the codes and the codes on the copies: some rounds settle both.
  for (let round = 0; round < 4; round++) {
    const { symbols, distances } = dynamicCodes(steps);
    const written = writeDynamic(steps, symbols, distances);
    if (written.length < shortest.length) shortest = written;
    steps = stepsOf(text, dictionary.length, matches, priced(symbols), priced(distances));
  }
  return shortest;
};

// A symbol without a code would need one: that is dear, but not out of the question.
const priced = (lengths: CodeLengths): CodeLengths => lengths.map((length) => length || 14);

// For each place the copies worth looking at: the nearest of every length.
const matchesOf = (text: Uint8Array, from: number): readonly (readonly Step[])[] => {
  const places = new Map<number, number[]>();
  const matches: Step[][] = [];
  for (let at = 0; at < text.length; at++) {
    const key = ((text[at] ?? 0) << 16) | ((text[at + 1] ?? 0) << 8) | (text[at + 2] ?? 0);
    const before = places.get(key) ?? [];
    if (at >= from) matches.push(at + 2 < text.length ? nearest(text, at, before) : []);
    before.push(at);
    places.set(key, before);
  }
  return matches;
};

const nearest = (text: Uint8Array, at: number, before: readonly number[]): Step[] => {
  const found: Step[] = [];
  let best = 2;
  for (let i = before.length - 1; i >= Math.max(0, before.length - CANDIDATES); i--) {
    const start = before[i] ?? 0;
    if (at - start > WINDOW) break;
    let length = 3;
    while (length < LONGEST && at + length < text.length && text[start + length] === text[at + length]) length++;
    if (length > best) found.push({ length, value: at - start });
    best = Math.max(best, length);
    if (best === LONGEST) break;
  }
  return found;
};

// The cheapest way through the text, worked out from its end.
const stepsOf = (
  text: Uint8Array,
  from: number,
  matches: readonly (readonly Step[])[],
  symbols: CodeLengths,
  distances: CodeLengths,
): readonly Step[] => {
  const lengthPrice = Array.from(LENGTH_CODE, (code) => (symbols[257 + code] ?? 0) + (LENGTHS[code]?.[1] ?? 0));
  const price = new Float64Array(matches.length + 1);
  const best = new Array<Step>(matches.length);
  for (let at = matches.length - 1; at >= 0; at--) {
    const byte = text[from + at] ?? 0;
    price[at] = (symbols[byte] ?? 0) + (price[at + 1] ?? 0);
    best[at] = { length: 1, value: byte };
    let shortest = 3;
    for (const { length: longest, value } of matches[at] ?? []) {
      const code = DISTANCE_CODE[value] ?? 0;
      const distancePrice = (distances[code] ?? 0) + (DISTANCES[code]?.[1] ?? 0);
      for (let length = shortest; length <= longest; length++) {
        const total = distancePrice + (lengthPrice[length] ?? 0) + (price[at + length] ?? 0);
        if (total < (price[at] ?? 0)) {
          price[at] = total;
          best[at] = { length, value };
        }
      }
      shortest = longest + 1;
    }
  }
  const steps: Step[] = [];
  for (let at = 0; at < matches.length; ) {
    const step = best[at] ?? { length: 1, value: 0 };
    steps.push(step);
    at += step.length;
  }
  return steps;
};
