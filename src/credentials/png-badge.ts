import type { Bytes } from '#base/bytes';
import { concatBytes, equalBytes, fromUtf8, utf8 } from '#base/bytes';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { BakedText, ImageRefusal } from './baked-text.ts';
import { isBakeable, MAX_BAKED } from './baked-text.ts';
import { crc32 } from './crc32.ts';
import { inflate } from './gzip.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const KEYWORD = 'openbadgecredential';
const OLD_KEYWORD = 'openbadges';

export const isPng = (bytes: Uint8Array): boolean => equalBytes(bytes.subarray(0, 8), SIGNATURE);

/** Where one chunk lies in a file, its head and checksum included. */
interface Chunk {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

// A picture of 16 MiB has some thousands; more only keep a reader busy.
const MAX_CHUNKS = 20_000;

// Chunks up to IEND, or null when the file is no PNG, is cut short, does not begin as it must or has no end of chunks. Checksums are not
// looked at: what they protect here is signed.
const chunksOf = (png: Uint8Array): readonly Chunk[] | null => {
  if (!isPng(png)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let from = 8; from + 12 <= png.length && chunks.length < MAX_CHUNKS; ) {
    const to = from + 12 + view.getUint32(from);
    const type = latin1(png.subarray(from + 4, from + 8));
    if (to > png.length || (chunks.length === 0 && (type !== 'IHDR' || to !== from + 25))) return null;
    chunks.push({ type, from, to });
    if (type === 'IEND') return chunks;
    from = to;
  }
  return null;
};

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** A text chunk taken apart as far as its keyword; `rest` is what follows. */
interface TextChunk {
  readonly type: string;
  readonly keyword: string;
  readonly rest: Uint8Array;
}

const textChunk = (png: Uint8Array, { type, from, to }: Chunk): TextChunk | null => {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return null;
  const data = png.subarray(from + 8, to - 4);
  const end = data.subarray(0, 80).indexOf(0);
  return end < 1 ? null : { type, keyword: latin1(data.subarray(0, end)), rest: data.subarray(end + 1) };
};

const isBadge = (text: TextChunk | null): text is TextChunk =>
  text !== null && (text.keyword === OLD_KEYWORD || (text.keyword === KEYWORD && text.type === 'iTXt'));

// The text of a chunk; compressed ones are against the rules of Open Badges 3.0 but older bakers made them.
const readText = async ({ type, rest }: TextChunk): Promise<string | null> => {
  if (type === 'tEXt') return rest.length > MAX_BAKED ? null : decode(rest);
  if (type === 'zTXt') return rest[0] === 0 ? unpacked(rest.subarray(1)) : null;
  const language = rest.indexOf(0, 2);
  const translation = language < 0 ? -1 : rest.indexOf(0, language + 1);
  if (translation < 0) return null;
  const text = rest.subarray(translation + 1);
  if (rest[0] === 1) return rest[1] === 0 ? unpacked(text) : null;
  return rest[0] === 0 && text.length <= MAX_BAKED ? decode(text) : null;
};

const unpacked = async (bytes: Uint8Array): Promise<string | null> => {
  const text = await inflate(new Uint8Array(bytes), MAX_BAKED);
  return text === null ? null : decode(text);
};

const decode = (bytes: Uint8Array): string | null => {
  try {
    return fromUtf8(bytes);
  } catch {
    return null;
  }
};

/** The first badge a PNG carries, of Open Badges 3.0 (iTXt `openbadgecredential`) or else of an older version (`openbadges`). */
export const unbakePng = async (png: Uint8Array): Promise<Result<BakedText, ImageRefusal>> => {
  const chunks = chunksOf(png);
  if (chunks === null) return err({ type: 'bad-image' });
  const badges = chunks.map((chunk) => textChunk(png, chunk)).filter(isBadge);
  const badge = badges.find(({ keyword }) => keyword === KEYWORD) ?? badges[0];
  if (badge === undefined) return err({ type: 'no-badge-inside' });
  const text = await readText(badge);
  return text === null ? err({ type: 'bad-image' }) : ok({ version: badge.keyword === KEYWORD ? 3 : 2, text });
};

/**
 * A PNG that carries a credential (JSON or VC-JWT, uncompressed: Open Badges 3.0 §5.3.1); badges it carried before are taken out. With
 * version 2 it carries a badge for readers of that version instead, beside a credential it carried before.
 */
export const bakePng = (png: Uint8Array, text: string, version: 3 | 2 = 3): Result<Bytes, ImageRefusal> => {
  const keyword = version === 3 ? KEYWORD : OLD_KEYWORD;
  const chunks = chunksOf(png);
  if (chunks === null) return err({ type: 'bad-image' });
  if (!isBakeable(text)) return err({ type: 'not-a-credential' });
  const data = concatBytes(utf8('iTXt'), utf8(keyword), new Uint8Array(5), utf8(text));
  if (data.length > MAX_BAKED) return err({ type: 'too-big' });
  const isReplaced = (text: TextChunk | null): boolean => isBadge(text) && (version === 3 || text.keyword === OLD_KEYWORD);
  const [head, ...others] = chunks.filter((chunk) => !isReplaced(textChunk(png, chunk))).map(({ from, to }) => png.subarray(from, to));
  return ok(concatBytes(SIGNATURE, head ?? new Uint8Array(0), uint32(data.length - 4), data, uint32(crc32(data)), ...others));
};

const uint32 = (value: number): Bytes => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};
