import type { Bytes } from '#base/bytes';
import { concatBytes, fromBase64url, toBase64url } from '#base/bytes';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
// Base 58 costs the square of the length; nothing we read in it (keys, signatures, hashes) comes near.
const MAX_BASE58 = 1024;

/** Multibase text of bytes in base58btc (`z…`). */
export const toBase58 = (bytes: Uint8Array): string => {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let i = 0; i < digits.length; i++) {
      carry += (digits[i] ?? 0) * 256;
      digits[i] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
  }
  const zeros = leading(bytes, (byte) => byte === 0);
  return `z${'1'.repeat(zeros)}${digits
    .reverse()
    .map((digit) => ALPHABET.charAt(digit))
    .join('')}`;
};

// Four digits at a time into limbs of 24 bits: the product of both stays an exact number.
const DIGITS = 4;
const LIMB = 2 ** 24;

/** Bytes of a base58btc multibase text (`z…`, at most 1 024 characters), or null when it is none. */
export const fromBase58 = (text: string): Bytes | null => {
  if (!text.startsWith('z') || text.length > MAX_BASE58 || !/^z[1-9A-HJ-NP-Za-km-z]*$/.test(text)) return null;
  const limbs: number[] = [];
  for (let at = 1; at < text.length; at += DIGITS) {
    let carry = 0;
    let factor = 1;
    for (let i = at; i < Math.min(at + DIGITS, text.length); i++) {
      carry = carry * 58 + ALPHABET.indexOf(text.charAt(i));
      factor *= 58;
    }
    for (let i = 0; i < limbs.length; i++) {
      carry += (limbs[i] ?? 0) * factor;
      limbs[i] = carry % LIMB;
      carry = Math.floor(carry / LIMB);
    }
    if (carry > 0) limbs.push(carry);
  }
  const bytes = limbs.flatMap((limb) => [limb & 0xff, (limb >> 8) & 0xff, limb >> 16]);
  while (bytes.at(-1) === 0) bytes.pop();
  const zeros = /^z(1*)/.exec(text)?.[1]?.length ?? 0;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes.reverse()]);
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

const leading = <T>(list: ArrayLike<T>, is: (item: T) => boolean): number => {
  const first = Array.from(list).findIndex((item) => !is(item));
  return first < 0 ? list.length : first;
};
