// To be imported before anything of src: it takes the place of WebCrypto and of Node's cryptography in this process.
import { hash } from 'node:crypto';

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

// Answered at once and always in the same order: no thread pool, so no chance.
const subtle = { digest: async (_algorithm: string, bytes: Uint8Array) => digestOf('sha256', bytes).buffer };

const real = process.getBuiltinModule;

process.getBuiltinModule = ((name: string) => {
  const found: unknown = real.call(process, name as 'node:crypto');
  return name === 'node:crypto' ? { ...(found as object), verify, createPublicKey } : found;
}) as typeof process.getBuiltinModule;
Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { subtle } });
