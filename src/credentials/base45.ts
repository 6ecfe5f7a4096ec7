import type { Bytes } from '#base/bytes';

// What the alphanumeric mode of QR codes holds, in the order of RFC 9285.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

const digits = (value: number, count: number): string => {
  let text = '';
  for (let rest = value, i = 0; i < count; i++, rest = Math.floor(rest / 45)) text += ALPHABET.charAt(rest % 45);
  return text;
};

/** Base 45 of bytes (RFC 9285): two bytes in three characters, which QR codes hold in the room of two. */
export const toBase45 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]];
    parts.push(low === undefined ? digits(high, 2) : digits(high * 256 + low, 3));
  }
  return parts.join('');
};

/** Bytes of a base 45 text, or null when it is none. */
export const fromBase45 = (text: string): Bytes | null => {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const values = Array.from(text.slice(at, at + 3), (char) => ALPHABET.indexOf(char));
    const value = values.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if (values.includes(-1) || values.length === 1 || value > (values.length === 3 ? 0xffff : 0xff)) return null;
    bytes.push(...(values.length === 3 ? [value >> 8, value & 0xff] : [value]));
  }
  return Uint8Array.from(bytes);
};
