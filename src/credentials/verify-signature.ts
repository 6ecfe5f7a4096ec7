import type { Bytes } from '#base/bytes';
import { toBase64url } from '#base/bytes';
import { fromMultikey } from './multibase.ts';
import { nodeCrypto } from './node-crypto.ts';
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
  if (signature.length !== 64) return false;
  const check = await importedKey(publicKey, subtle);
  return check === null ? false : check(bytes, signature);
};

// WebCrypto takes bytes that own their buffer; most do already.
const ownBytes = (bytes: Uint8Array): Bytes => (bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes));

/** Whether a signature of 64 bytes is that of some bytes under one key. */
type Check = (bytes: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

// Wallets meet the same few issuers again and again, and importing costs as much as a third of verifying; the bound keeps hostile
// files from filling memory.
const MAX_IMPORTED = 200;
const imported = new WeakMap<Subtle, Map<string, Promise<Check | null>>>();

const importedKey = (publicKey: string, subtle: Subtle): Promise<Check | null> => {
  const ofSubtle = imported.get(subtle);
  const known = ofSubtle?.get(publicKey);
  if (known !== undefined) return known;
  const kept = ofSubtle === undefined || ofSubtle.size >= MAX_IMPORTED ? new Map<string, Promise<Check | null>>() : ofSubtle;
  const key = importKey(publicKey, subtle);
  imported.set(subtle, kept.set(publicKey, key));
  return key;
};

const importKey = async (publicKey: string, subtle: Subtle): Promise<Check | null> => {
  const parsed = fromMultikey(publicKey);
  if (parsed === null) return null;
  if (parsed.type === 'P-256') return importP256(parsed.bytes, subtle);
  return nodeCrypto !== undefined && subtle === crypto.subtle
    ? importByNode(parsed.bytes, nodeCrypto)
    : importEd25519(parsed.bytes, subtle);
};

const importP256 = async (point: Bytes, subtle: Subtle): Promise<Check | null> => {
  const raw = expandPoint(point);
  const key = raw && (await subtle.importKey('raw', raw, ECDSA, false, ['verify']).catch(() => null));
  return key && ((bytes, signature) => subtle.verify(ECDSA, key, ownBytes(signature), ownBytes(bytes)).catch(() => false));
};

const importByNode = (raw: Bytes, node: NodeCrypto): Check => {
  const key = node.createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: toBase64url(raw) }, format: 'jwk' });
  return (bytes, signature) => node.verify(null, bytes, key, signature);
};

const importEd25519 = async (raw: Bytes, subtle: Subtle): Promise<Check> => {
  const key = await subtle.importKey('raw', raw, ED25519, false, ['verify']).catch(() => null);
  return async (bytes, signature) => {
    const verdict = key && (await subtle.verify(ED25519, key, ownBytes(signature), ownBytes(bytes)).catch(() => null));
    // Older phones know no Ed25519 (and say so in different ways); a key WebCrypto cannot read is settled by the same second opinion.
    return verdict ?? (await import('./ed25519-fallback.ts')).slowVerifyEd25519(raw, bytes, signature);
  };
};

const ED25519: KeyAlgorithm = { name: 'Ed25519' };
const ECDSA: KeyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA: KeyAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Whether `signature` is that of `bytes` under an RSA key (PKCS #1 v1.5 with SHA-256); false, never a throw, for anything malformed. */
export const verifyRsa = async (key: { readonly n: string; readonly e: string }, bytes: Bytes, signature: Bytes): Promise<boolean> => {
  const rsa = await crypto.subtle.importKey('jwk', { kty: 'RSA', ...key }, RSA, false, ['verify']).catch(() => null);
  return rsa !== null && crypto.subtle.verify(RSA, rsa, signature, bytes).catch(() => false);
};
