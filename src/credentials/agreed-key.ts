import type { Bytes } from '#base/bytes';
import { utf8 } from '#base/bytes';
import type { WebKey } from './web-key.ts';

// Keys two sides agree upon without meeting (ECDH P-256, HKDF-SHA-256) and what is closed with them (AES-256-GCM): only what every
// WebCrypto has. X25519 is missing on phones of three years ago.

interface Curve {
  readonly name: 'ECDH';
  readonly namedCurve: 'P-256';
}
interface Agreement {
  readonly name: 'ECDH';
  readonly public: WebKey;
}
interface Derivation {
  readonly name: 'HKDF';
  readonly hash: 'SHA-256';
  readonly salt: Bytes;
  readonly info: Bytes;
}
interface Closing {
  readonly name: 'AES-GCM';
  readonly iv: Bytes;
  readonly additionalData: Bytes;
}

/** A private P-256 key as JSON Web Key. */
export interface AgreementJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** The part of `crypto.subtle` used here. */
export interface AgreeingSubtle {
  generateKey(
    algorithm: Curve,
    extractable: boolean,
    usages: readonly 'deriveBits'[],
  ): Promise<{ readonly publicKey: WebKey; readonly privateKey: WebKey }>;
  importKey(format: 'raw', data: Bytes, algorithm: Curve, extractable: boolean, usages: readonly never[]): Promise<WebKey>;
  importKey(format: 'jwk', data: AgreementJwk, algorithm: Curve, extractable: boolean, usages: readonly 'deriveBits'[]): Promise<WebKey>;
  importKey(format: 'raw', data: Bytes, algorithm: 'HKDF', extractable: boolean, usages: readonly 'deriveBits'[]): Promise<WebKey>;
  importKey(
    format: 'raw',
    data: Bytes,
    algorithm: 'AES-GCM',
    extractable: boolean,
    usages: readonly ('encrypt' | 'decrypt')[],
  ): Promise<WebKey>;
  exportKey(format: 'raw', key: WebKey): Promise<ArrayBuffer>;
  deriveBits(algorithm: Agreement | Derivation, key: WebKey, bits: number): Promise<ArrayBuffer>;
  encrypt(algorithm: Closing, key: WebKey, data: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: Closing, key: WebKey, data: Bytes): Promise<ArrayBuffer>;
}

/** One side's pair; `publicKey` is the uncompressed point, 65 bytes. The private half cannot be read. */
export interface AgreementPair {
  readonly publicKey: Bytes;
  readonly privateKey: WebKey;
}

// Looked up at each use: an insecure page has none.
const subtle = (): AgreeingSubtle => crypto.subtle;

const CURVE: Curve = { name: 'ECDH', namedCurve: 'P-256' };

/** A fresh pair. */
export const makeAgreementPair = async (): Promise<AgreementPair> => {
  const { publicKey, privateKey } = await subtle().generateKey(CURVE, false, ['deriveBits']);
  return { publicKey: new Uint8Array(await subtle().exportKey('raw', publicKey)), privateKey };
};

/** The private half of a pair that is kept. */
export const agreementKey = (jwk: AgreementJwk): Promise<WebKey> => subtle().importKey('jwk', jwk, CURVE, false, ['deriveBits']);

/**
 * `size` bytes that only the holders of the two private keys can make, bound to `salt` and `info` (RFC 5869); null when `other` is no point
 * of the curve.
 */
export const agree = async (own: WebKey, other: Bytes, salt: Bytes, info: string, size: number): Promise<Bytes | null> => {
  const theirs = await subtle()
    .importKey('raw', other, CURVE, true, [])
    .catch(() => null);
  if (theirs === null) return null;
  const secret = new Uint8Array(await subtle().deriveBits({ name: 'ECDH', public: theirs }, own, 256));
  const base = await subtle().importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(await subtle().deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) }, base, 8 * size));
};

/** `bytes` closed under a key of 32 bytes and an `iv` of 12, never the same twice; `context` must be the same to open it. */
export const close = async (key: Bytes, iv: Bytes, bytes: Bytes, context: Bytes): Promise<Bytes> => {
  const aes = await subtle().importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  return new Uint8Array(await subtle().encrypt({ name: 'AES-GCM', iv, additionalData: context }, aes, bytes));
};

/** What was closed, or null when key, iv, context or a single bit is another. */
export const disclose = async (key: Bytes, iv: Bytes, closed: Bytes, context: Bytes): Promise<Bytes | null> => {
  const aes = await subtle().importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const opened = await subtle()
    .decrypt({ name: 'AES-GCM', iv, additionalData: context }, aes, closed)
    .catch(() => null);
  return opened && new Uint8Array(opened);
};
