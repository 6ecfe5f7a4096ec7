import type { Bytes } from '#base/bytes';
import { concatBytes, fromBase64url, fromHex, fromUtf8, toBase64url, toHex, utf8 } from '#base/bytes';
import { formatInstant, parseInstant } from './instant.ts';
import { fromBase58, toBase58 } from './multibase.ts';

// Keys, signatures, identifiers and instants are random: nothing compresses them but writing them as the bytes they stand for. JSON as
// JSON.stringify writes it has no control characters, so these announce such bytes.

/** A way to write bytes as text, and back. */
interface Form {
  readonly mark: number;
  /** How many bytes follow the mark; null when a byte says it. */
  readonly size: number | null;
  read(text: string): Uint8Array | null;
  write(bytes: Uint8Array): string;
}

const base64url = (mark: number, size: number): Form => ({ mark, size, read: fromBase64url, write: toBase64url });

const BASE58: Form = { mark: 1, size: null, read: fromBase58, write: toBase58 };
const INSTANT: Form = {
  mark: 2,
  size: 4,
  read: (text) => {
    const seconds = (parseInstant(text) ?? -1) / 1000;
    if (seconds < 0 || seconds >= 2 ** 32) return null;
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, seconds);
    return bytes;
  },
  write: (bytes) => formatInstant(new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) * 1000),
};
const UUID: Form = {
  mark: 3,
  size: 16,
  read: (text) => fromHex(text.replaceAll('-', '')),
  write: (bytes) => toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
};
const FORMS: readonly Form[] = [BASE58, INSTANT, UUID, base64url(4, 16), base64url(5, 32), base64url(6, 64)];

const WRITTEN =
  /(z[1-9A-HJ-NP-Za-km-z]{30,130})|(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?<![\w-])(?:([\w-]{22})|([\w-]{43})|([\w-]{86}))(?![\w-])/g;

/** UTF-8 of a JSON text without control characters, with everything that stands for bytes written as those. */
export const compactText = (text: string): Bytes => {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const match of text.matchAll(WRITTEN)) {
    const [token, ...groups] = match;
    const form = FORMS[groups.findIndex((group) => group !== undefined)];
    const bytes = form?.read(token) ?? null;
    // Only what comes back the same: there are other ways to write the same bytes.
    if (form === undefined || bytes === null || bytes.length > 255 || form.write(bytes) !== token) continue;
    parts.push(utf8(text.slice(from, match.index)), Uint8Array.from([form.mark, ...(form.size === null ? [bytes.length] : [])]), bytes);
    from = match.index + token.length;
  }
  return concatBytes(...parts, utf8(text.slice(from)));
};

/** The text behind compactText, or null when the bytes are none of its. */
export const expandText = (bytes: Uint8Array): string | null => {
  const parts: string[] = [];
  let from = 0;
  try {
    for (let at = 0; at < bytes.length; at++) {
      const form = FORMS[(bytes[at] ?? 0) - 1];
      if (form === undefined) continue;
      const start = at + (form.size === null ? 2 : 1);
      const end = start + (form.size ?? bytes[at + 1] ?? 0);
      if (end > bytes.length) return null;
      parts.push(fromUtf8(bytes.subarray(from, at)), form.write(bytes.subarray(start, end)));
      from = end;
      at = end - 1;
    }
    return [...parts, fromUtf8(bytes.subarray(from))].join('');
  } catch {
    return null;
  }
};
