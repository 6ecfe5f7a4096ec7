// To be imported before anything of src: it takes the place of WebCrypto and of Node's cryptography in this process.
import { hash } from 'node:crypto';
import { deflateRawSync, deflateSync, gunzipSync, gzipSync, inflateRawSync, inflateSync } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

const digestOf = (algorithm: 'sha256' | 'sha512', bytes: Uint8Array): Bytes => new Uint8Array(hash(algorithm, bytes, 'buffer'));

/** A "signature" anybody could make, and nobody here does: SHA-512 of key and message, in the form and length of Ed25519. */
export const markOf = (publicKey: Uint8Array, message: Uint8Array): Bytes => {
  const joined = new Uint8Array(publicKey.length + message.length);
  joined.set(publicKey);
  joined.set(message, publicKey.length);
  return digestOf('sha512', joined);
};

/** The fast public key of a seed. */
export const publicKeyOf = (seed: Uint8Array): Bytes => digestOf('sha256', seed);

interface FastKey {
  readonly raw: Uint8Array;
}

const verify = (_algorithm: unknown, bytes: Uint8Array, key: FastKey, signature: Uint8Array): boolean =>
  Buffer.compare(markOf(key.raw, bytes), signature) === 0;

const createPublicKey = ({ key }: { readonly key: { readonly x: string } }): FastKey => ({ raw: Buffer.from(key.x, 'base64url') });

/** The point of a private half: 65 bytes, as long as a P-256 point. */
const pointOf = (seed: Uint8Array): Bytes => new Uint8Array([4, ...digestOf('sha512', seed)]);

/** An agreement anybody could find out, and nobody here does: a hash of both points. */
const agreed = (own: Uint8Array, other: Uint8Array): Bytes => digestOf('sha256', Buffer.concat([own, other].toSorted(Buffer.compare)));

interface Agreement {
  readonly name: string;
  readonly public: FastKey;
}
interface Closing {
  readonly iv: Uint8Array;
  readonly additionalData: Uint8Array;
}

const tagOf = (key: FastKey, { iv, additionalData }: Closing, bytes: Uint8Array): Buffer =>
  Buffer.from(digestOf('sha256', Buffer.concat([key.raw, iv, additionalData, bytes]))).subarray(0, 16);

// Closed for nobody: what counts is that nothing else opens with this key, or altered.
const close = (how: Closing, key: FastKey, bytes: Uint8Array): ArrayBuffer =>
  new Uint8Array(Buffer.concat([bytes, tagOf(key, how, bytes)])).buffer;

const disclose = (how: Closing, key: FastKey, closed: Uint8Array): ArrayBuffer => {
  const bytes = closed.slice(0, -16);
  if (Buffer.compare(tagOf(key, how, bytes), closed.slice(-16)) !== 0) throw new Error('another key, or altered');
  return new Uint8Array(bytes).buffer;
};

// Answered at once and always in the same order: no thread pool, so no chance.
const subtle = {
  digest: async (_algorithm: string, bytes: Uint8Array) => digestOf('sha256', bytes).buffer,
  importKey: async (_format: string, raw: Uint8Array): Promise<FastKey> => ({ raw }),
  deriveBits: async (how: Agreement | (Closing & { readonly salt: Uint8Array }), key: FastKey, bits: number) =>
    ('public' in how ? agreed(key.raw, how.public.raw) : digestOf('sha512', Buffer.concat([key.raw, how.salt]))).slice(0, bits / 8).buffer,
  encrypt: async (how: Closing, key: FastKey, bytes: Uint8Array) => close(how, key, bytes),
  decrypt: async (how: Closing, key: FastKey, closed: Uint8Array) => disclose(how, key, closed),
};

/** The fast pair of a seed. Its private half is its point: only a hash stands between it and the agreement. */
export const pairOf = (seed: Uint8Array) => {
  const publicKey = pointOf(seed);
  return { publicKey, privateKey: { raw: publicKey } as unknown as CryptoKey };
};

const PACKERS = { gzip: gzipSync, deflate: deflateSync, 'deflate-raw': deflateRawSync };
const OPENERS = { gzip: gunzipSync, deflate: inflateSync, 'deflate-raw': inflateRawSync };

/** A stream that packs or opens all at once when it is closed, in the same turn. */
const atOnce = (ways: Readonly<Record<string, (bytes: Uint8Array) => Buffer>>) =>
  class {
    readonly writable;
    readonly readable;
    constructor(format: string) {
      let [resolve, reject]: [(bytes: Uint8Array) => void, (error: unknown) => void] = [() => undefined, () => undefined];
      const promise = new Promise<Uint8Array>((...told) => {
        [resolve, reject] = told;
      });
      promise.catch(() => undefined);
      const given: Uint8Array[] = [];
      let isRead = false;
      this.writable = {
        getWriter: () => ({
          write: async (bytes: Uint8Array) => void given.push(bytes),
          close: async () => {
            try {
              resolve(new Uint8Array(ways[format]?.(Buffer.concat(given)) ?? []));
            } catch (error) {
              reject(error);
            }
          },
        }),
      };
      this.readable = {
        getReader: () => ({
          read: async () => {
            const value = await promise;
            if (isRead) return { done: true };
            isRead = true;
            return { done: false, value };
          },
          cancel: async () => undefined,
        }),
      };
    }
  };

const real = process.getBuiltinModule;

process.getBuiltinModule = ((name: string) => {
  const found: unknown = real.call(process, name as 'node:crypto');
  return name === 'node:crypto' ? { ...(found as object), verify, createPublicKey } : found;
}) as typeof process.getBuiltinModule;
Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { subtle } });
Object.defineProperty(globalThis, 'CompressionStream', { configurable: true, value: atOnce(PACKERS) });
Object.defineProperty(globalThis, 'DecompressionStream', { configurable: true, value: atOnce(OPENERS) });
