import type { Signer } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import { concatBytes, fromBase64url } from '#base/bytes';
import type { KeyType, PublicKey } from './multibase.ts';
import { toMultikey } from './multibase.ts';
import { compressPoint } from './p256.ts';
import type { KeyAlgorithm, Subtle, WebKeyPair } from './web-key.ts';

const ALGORITHM: Readonly<Record<KeyType, KeyAlgorithm>> = {
  Ed25519: { name: 'Ed25519' },
  'P-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
};

/** A fresh signer with the pair behind it, to be kept in IndexedDB; the private half can never be read when `extractable` is false. */
export interface FreshSigner {
  readonly signer: Signer;
  readonly keyPair: WebKeyPair;
}

/** Makes an Ed25519 key, or a P-256 key where the browser has no Ed25519 yet. */
export const generateSigner = async (options: { readonly extractable: boolean }, subtle: Subtle = crypto.subtle): Promise<FreshSigner> => {
  const keyPair = await generatePair('Ed25519', options.extractable, subtle).catch(() =>
    generatePair('P-256', options.extractable, subtle),
  );
  return { signer: await signerFromKeyPair(keyPair, subtle), keyPair };
};

const generatePair = (type: KeyType, extractable: boolean, subtle: Subtle): Promise<WebKeyPair> =>
  subtle.generateKey(ALGORITHM[type], extractable, ['sign', 'verify']);

/** The signer of a WebCrypto pair (Ed25519 or ECDSA P-256), also of a non-extractable one read back from IndexedDB. */
export const signerFromKeyPair = async (pair: WebKeyPair, subtle: Subtle = crypto.subtle): Promise<Signer> => {
  const type: KeyType = pair.privateKey.algorithm.name === 'ECDSA' ? 'P-256' : 'Ed25519';
  const raw = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  return {
    publicKey: toMultikey(publicKeyOfRaw(type, raw)),
    sign: async (bytes) => new Uint8Array(await subtle.sign(ALGORITHM[type], pair.privateKey, new Uint8Array(bytes))),
  };
};

const publicKeyOfRaw = (type: KeyType, raw: Bytes): PublicKey => ({ type, bytes: type === 'P-256' ? compressPoint(raw) : raw });

// PKCS#8 of an Ed25519 private key is this head and the seed (RFC 8410 §7).
const PKCS8_HEAD = Uint8Array.of(0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20);

/** The Ed25519 signer of a 32-byte seed (servers, tests, key vaults); throws RangeError on another length. */
export const signerFromSeed = async (seed: Uint8Array, subtle: Subtle = crypto.subtle): Promise<Signer> => {
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes');
  const pkcs8 = concatBytes(PKCS8_HEAD, seed);
  const readable = await subtle.importKey('pkcs8', pkcs8, ALGORITHM.Ed25519, true, ['sign']).catch(() => null);
  if (readable === null) return (await import('./ed25519-fallback.ts')).slowSignerFromSeed(seed);
  const publicBytes = fromBase64url((await subtle.exportKey('jwk', readable)).x ?? '');
  if (publicBytes === null) throw new TypeError('WebCrypto gave a key without its public half');
  const key = await subtle.importKey('pkcs8', pkcs8, ALGORITHM.Ed25519, false, ['sign']);
  return {
    publicKey: toMultikey({ type: 'Ed25519', bytes: publicBytes }),
    sign: async (bytes) => new Uint8Array(await subtle.sign(ALGORITHM.Ed25519, key, new Uint8Array(bytes))),
  };
};
