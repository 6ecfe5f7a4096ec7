import type { Bytes } from '#base/bytes';
import { concatBytes, fromBase64url, toBase64url } from '#base/bytes';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
// Base 58 costs the square of the length; nothing we read in it (keys, signatures, hashes) comes near.
const MAX_BASE58 = 1024;

// Both ways work on big-endian numbers cut into parts: four digits of base 58 against three bytes, so that the product of two parts
// stays an exact number.
const DIGITS = 4;
const BYTES = 3;
const DIGITS_END = 58 ** DIGITS;
const BYTES_END = 2 ** (8 * BYTES);

// The value of a digit by its character code.
const VALUES: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, char) => {
  const value = ALPHABET.indexOf(String.fromCharCode(char));
  return value < 0 ? undefined : value;
});

/** Multiplies the number by `factor`, adds `carry`, and keeps it in parts below `end`, the least significant first. */
const multiplyAdd = (parts: number[], factor: number, carry: number, end: number): void => {
  let rest = carry;
  for (let i = 0; i < parts.length; i++) {
    const sum = (parts[i] ?? 0) * factor + rest;
    rest = Math.floor(sum / end);
    parts[i] = sum - rest * end;
  }
  for (; rest > 0; rest = Math.floor(rest / end)) parts.push(rest % end);
};

/** Multibase text of bytes in base58btc (`z…`). */
export const toBase58 = (bytes: Uint8Array): string => {
  const parts: number[] = [];
  for (let at = 0; at < bytes.length; at += BYTES) {
    const chunk = bytes.subarray(at, at + BYTES);
    multiplyAdd(
      parts,
      256 ** chunk.length,
      chunk.reduce((sum, byte) => sum * 256 + byte, 0),
      DIGITS_END,
    );
  }
  let text = '';
  for (const part of parts)
    for (let i = 0, rest = part; i < DIGITS; i++, rest = Math.floor(rest / 58)) text = ALPHABET.charAt(rest % 58) + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${'1'.repeat(zeros < 0 ? bytes.length : zeros)}${text.replace(/^1+/, '')}`;
};

/** Bytes of a base58btc multibase text (`z…`, at most 1 024 characters), or null when it is none. */
export const fromBase58 = (text: string): Bytes | null => {
  if (!text.startsWith('z') || text.length > MAX_BASE58) return null;
  const parts: number[] = [];
  for (let at = 1; at < text.length; at += DIGITS) {
    let sum = 0;
    let factor = 1;
    for (let i = at; i < at + DIGITS && i < text.length; i++) {
      const value = VALUES[text.charCodeAt(i)];
      if (value === undefined) return null;
      sum = sum * 58 + value;
      factor *= 58;
    }
    multiplyAdd(parts, factor, sum, BYTES_END);
  }
  const zeros = /^z(1*)/.exec(text)?.[1]?.length ?? 0;
  const top = parts.at(-1) ?? 2 ** 16;
  const size = BYTES * parts.length - (top < 2 ** 8 ? 2 : top < 2 ** 16 ? 1 : 0);
  const bytes = new Uint8Array(zeros + size);
  for (let i = 0; i < size; i++) bytes[bytes.length - 1 - i] = (parts[Math.floor(i / BYTES)] ?? 0) >> (8 * (i % BYTES));
  return bytes;
};

/** Multibase text of bytes in base64url without padding (`u…`), the form long things take (status lists). */
export const toMultibase64 = (bytes: Uint8Array): string => `u${toBase64url(bytes)}`;

/** Bytes of a multibase text in base58btc (`z…`) or base64url (`u…`), or null for anything else. */
export const fromMultibase = (text: string): Bytes | null => (text.startsWith('u') ? fromBase64url(text.slice(1)) : fromBase58(text));

/** A public key: 32 bytes for Ed25519, the 33 bytes of the compressed point for P-256. */
export interface PublicKey {
  readonly type: KeyType;
  readonly bytes: Bytes;
}
export type KeyType = 'Ed25519' | 'P-256';

// The varint-coded multicodec numbers of public keys (0xed and 0x1200).
const KEY_PREFIX: Readonly<Record<KeyType, readonly [number, number]>> = { Ed25519: [0xed, 0x01], 'P-256': [0x80, 0x24] };
const KEY_LENGTH: Readonly<Record<KeyType, number>> = { Ed25519: 32, 'P-256': 33 };

/** `publicKeyMultibase` of a key (Controlled Identifiers §2.2.2): `z6Mk…` for Ed25519, `zDn…` for P-256. */
export const toMultikey = (key: PublicKey): string => toBase58(concatBytes(Uint8Array.from(KEY_PREFIX[key.type]), key.bytes));

/** What kind of key a `publicKeyMultibase` names, by how such names begin; whether a key is behind it is fromMultikey's to say. */
export const keyTypeOf = (text: string): KeyType | null => (text.startsWith('z6Mk') ? 'Ed25519' : text.startsWith('zDn') ? 'P-256' : null);

/** The public key behind a `publicKeyMultibase`, or null when it is not an Ed25519 or P-256 key. */
export const fromMultikey = (text: string): PublicKey | null => {
  const bytes = fromBase58(text);
  if (bytes === null) return null;
  for (const type of ['Ed25519', 'P-256'] as const) {
    const [first, second] = KEY_PREFIX[type];
    if (bytes[0] !== first || bytes[1] !== second || bytes.length !== KEY_LENGTH[type] + 2) continue;
    if (type === 'P-256' && bytes[2] !== 2 && bytes[2] !== 3) return null;
    return { type, bytes: bytes.slice(2) };
  }
  return null;
};
