import * as v from 'valibot';
import { canonicalJson, type Json } from '#base/canonical-json';

const small = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How many live rows a scope has, and the sum of their hashes: both sides compare them to find what no cursor shows. */
export const ScopeSum = v.object({ count: small, sum: small });
export type ScopeSum = v.InferOutput<typeof ScopeSum>;

/** A row as far as it is summed. */
export interface Summed {
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
  /** Absent where `isSummedWhole` says no. */
  readonly body?: Json;
}

// Large, signed, and never written without the badge beside them: their place says enough.
const BY_PLACE = new Set(['credential', 'issuer']);

/** Do the bodies of this kind count? A server set back and written to again may have another body in the same place. */
export const isSummedWhole = (kind: string): boolean => !BY_PLACE.has(kind);

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

// FNV-1a (32 bits) over the UTF-16 units: against accidents, not against anybody.
const hashOf = (text: string): number => {
  let hash = BASIS;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
};

const textOf = ({ kind, id, seq, body }: Summed): string =>
  `${kind}\n${id}\n${seq}\n${isSummedWhole(kind) && body !== undefined ? canonicalJson(body) : ''}`;

/** The sum of some rows, in any order. */
export const sumOf = (rows: Iterable<Summed>): ScopeSum => {
  let [count, sum] = [0, 0];
  for (const row of rows) {
    count += 1;
    sum = (sum + hashOf(textOf(row))) % 2 ** 32;
  }
  return { count, sum };
};
