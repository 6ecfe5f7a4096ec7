import type { Bytes } from '#base/bytes';
import { concatBytes, equalBytes, toHex } from '#base/bytes';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import { fromBase45, toBase45 } from './base45.ts';
import { sha256Sync } from './sha256-sync.ts';

// One text per code: `OB3:` and, in base 45, how many frames there are less one and which this is (4 bits each), the first 4 bytes of the
// hash of the whole, and a part of it. Base 45 passes through every scanner, also those that give texts and no bytes.
const PREFIX = 'OB3:';
const HASH = 4;
const HEAD = 1 + HASH;
const MAX_FRAMES = 16;

/** The longest text of a QR code of version 13 with the least error correction (alphanumeric). */
const QR_13_TEXT = 619;

const hashOf = (packed: Uint8Array): Bytes => sha256Sync(packed).slice(0, HASH);

/**
 * The texts of the codes that carry packed bytes: one where it fits in `longest` characters, else at most 16 of about the same length, to be
 * shown in turn. `prefix`: what kind of thing they carry; a badge unless said.
 */
export const toQrTexts = (
  packed: Uint8Array,
  longest = QR_13_TEXT,
  prefix = PREFIX,
): Result<readonly string[], { readonly type: 'too-big' }> => {
  const room = Math.floor((longest - prefix.length) / 3) * 2 - HEAD;
  const count = Math.max(1, Math.ceil(packed.length / room));
  if (room < 1 || count > MAX_FRAMES) return err({ type: 'too-big' });
  const size = Math.ceil(packed.length / count);
  const hash = hashOf(packed);
  return ok(
    Array.from({ length: count }, (_, frame) => {
      const head = Uint8Array.of(((count - 1) << 4) | frame);
      return prefix + toBase45(concatBytes(head, hash, packed.subarray(frame * size, (frame + 1) * size)));
    }),
  );
};

/** Frames of one packed badge that have been seen, by their place. */
interface Gathered {
  readonly id: string;
  readonly of: number;
  readonly parts: ReadonlyMap<number, Uint8Array>;
}

/** What has been read so far, the latest last; begin with NO_FRAMES. */
export type Frames = readonly Gathered[];

export const NO_FRAMES: Frames = [];

/** What one more scanned text gave. */
export interface Scan {
  readonly frames: Frames;
  /** How far the badge is that this text belongs to; null for a text that is no frame. */
  readonly progress: { readonly have: number; readonly of: number } | null;
  /** The whole, once all frames are there and their hash is right. */
  readonly packed: Bytes | null;
}

// Somebody may walk from one screen to another and back; more than that is nobody's badge.
const MAX_BADGES = 4;
const MAX_TEXT = 4296;

/**
 * Takes in one scanned text. Frames may come in any order, several times, with gaps and mixed with those of other badges; when the whole
 * does not match its hash, what was gathered of it is forgotten. Never throws, and keeps at most 64 frames.
 */
export const addScan = (frames: Frames, text: string, prefix = PREFIX): Scan => {
  const bytes = text.startsWith(prefix) && text.length <= MAX_TEXT ? fromBase45(text.slice(prefix.length)) : null;
  const of = ((bytes?.[0] ?? 0) >> 4) + 1;
  const place = (bytes?.[0] ?? 0) & 15;
  if (bytes === null || bytes.length <= HEAD || place >= of) return { frames, progress: null, packed: null };
  const hash = bytes.subarray(1, HEAD);
  const id = `${of} ${toHex(hash)}`;
  const known = frames.find((gathered) => gathered.id === id);
  const parts = new Map(known?.parts).set(place, bytes.slice(HEAD));
  const others = frames.filter((gathered) => gathered !== known);
  const progress = { have: parts.size, of };
  if (parts.size < of) return { frames: [...others, { id, of, parts }].slice(-MAX_BADGES), progress, packed: null };
  const whole = concatBytes(...Array.from({ length: of }, (_, i) => parts.get(i) ?? new Uint8Array(0)));
  return { frames: others, progress, packed: equalBytes(hashOf(whole), hash) ? whole : null };
};
