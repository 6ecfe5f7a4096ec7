import type { Bytes } from '#base/bytes';
import { fromMultikey } from './multibase.ts';
import { expandPoint } from './p256.ts';
import type { KeyAlgorithm, Subtle } from './web-key.ts';

/**
 * Whether `signature` is that of `bytes` under a public key in multibase: Ed25519 (RFC 8032) or ECDSA P-256 with SHA-256 (raw r‖s).
 * False, never a throw, for a key or a signature that is malformed or of another kind.
 */
export const verifySignature = async (
  publicKey: string,
  bytes: Uint8Array,
  signature: Uint8Array,
  subtle: Subtle = crypto.subtle,
): Promise<boolean> => {
  const key = fromMultikey(publicKey);
  if (key === null || signature.length !== 64) return false;
  if (key.type === 'Ed25519') return verifyEd25519(key.bytes, bytes, signature, subtle);
  const point = expandPoint(key.bytes);
  return point !== null && verifyRaw(ECDSA, point, bytes, signature, subtle).catch(() => false);
};

const ED25519: KeyAlgorithm = { name: 'Ed25519' };
const ECDSA: KeyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA: KeyAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Whether `signature` is that of `bytes` under an RSA key (PKCS #1 v1.5 with SHA-256); false, never a throw, for anything malformed. */
export const verifyRsa = async (key: { readonly n: string; readonly e: string }, bytes: Bytes, signature: Bytes): Promise<boolean> => {
  const imported = await crypto.subtle.importKey('jwk', { kty: 'RSA', ...key }, RSA, false, ['verify']).catch(() => null);
  return imported !== null && crypto.subtle.verify(RSA, imported, signature, bytes).catch(() => false);
};

const verifyEd25519 = async (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array, subtle: Subtle): Promise<boolean> => {
  const verdict = await verifyRaw(ED25519, key, bytes, signature, subtle).catch(() => null);
  if (verdict !== null) return verdict;
  // Older phones know no Ed25519 (and say so in different ways); a key WebCrypto cannot read is settled by the same second opinion.
  return (await import('./ed25519-fallback.ts')).slowVerifyEd25519(key, bytes, signature);
};

const verifyRaw = async (
  algorithm: KeyAlgorithm,
  key: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
  subtle: Subtle,
): Promise<boolean> => {
  const imported = await subtle.importKey('raw', new Uint8Array(key), algorithm, false, ['verify']);
  return subtle.verify(algorithm, imported, new Uint8Array(signature), new Uint8Array(bytes));
};
