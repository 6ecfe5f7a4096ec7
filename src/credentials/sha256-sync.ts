import type { Bytes } from '#base/bytes';
import { nodeCrypto } from './node-crypto.ts';
import { sha256Words, sha256WordsOfText } from './sha256-words.ts';

/** Hexadecimal SHA-256 of a text, at once: for short texts a trip through WebCrypto's promise costs several times the hash. */
export const sha256Hex = (text: string): string => (native ? native('sha256', text, 'hex') : hexOf(sha256WordsOfText(text)));

/** SHA-256 of a text, at once. */
export const sha256OfText = (text: string): Bytes => (native ? native('sha256', text, 'buffer') : bytesOf(sha256WordsOfText(text)));

/** SHA-256 of bytes, at once. */
export const sha256Sync = (message: Uint8Array): Bytes => (native ? native('sha256', message, 'buffer') : bytesOf(sha256Words(message)));

// Node has had it since 20.12.
const native = nodeCrypto?.hash;

const hexOf = (words: Int32Array): string => {
  let hex = '';
  for (const word of words) hex += (word >>> 0).toString(16).padStart(8, '0');
  return hex;
};

const bytesOf = (words: Int32Array): Bytes => {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 8; i++) view.setInt32(4 * i, Number(words[i]));
  return bytes;
};
