import type { Bytes } from '#base/bytes';
import { fromMultikey } from './multibase.ts';
import { expandPoint } from './p256.ts';
import type { KeyAlgorithm, Subtle, WebKey } from './web-key.ts';

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
  const known = await importedKey(publicKey, subtle);
  if (known === null) return false;
  const { algorithm, key, raw } = known;
  const verdict = key === null ? null : await subtle.verify(algorithm, key, ownBytes(signature), ownBytes(bytes)).catch(() => null);
  if (verdict !== null || algorithm !== ED25519) return verdict === true;
  // Older phones know no Ed25519 (and say so in different ways); a key WebCrypto cannot read is settled by the same second opinion.
  return (await import('./ed25519-fallback.ts')).slowVerifyEd25519(raw, bytes, signature);
};

// WebCrypto takes bytes that own their buffer; most do already.
const ownBytes = (bytes: Uint8Array): Bytes => (bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes));

/** A key as WebCrypto holds it; null where it cannot. */
interface ImportedKey {
  readonly algorithm: KeyAlgorithm;
  readonly key: WebKey | null;
  readonly raw: Bytes;
}

// Wallets meet the same few issuers again and again, and importing costs as much as a third of verifying; the bound keeps hostile
// files from filling memory.
const MAX_IMPORTED = 200;
const imported = new WeakMap<Subtle, Map<string, Promise<ImportedKey | null>>>();

const importedKey = (publicKey: string, subtle: Subtle): Promise<ImportedKey | null> => {
  const ofSubtle = imported.get(subtle);
  const known = ofSubtle?.get(publicKey);
  if (known !== undefined) return known;
  const kept = ofSubtle === undefined || ofSubtle.size >= MAX_IMPORTED ? new Map<string, Promise<ImportedKey | null>>() : ofSubtle;
  const key = importKey(publicKey, subtle);
  imported.set(subtle, kept.set(publicKey, key));
  return key;
};

const importKey = async (publicKey: string, subtle: Subtle): Promise<ImportedKey | null> => {
  const parsed = fromMultikey(publicKey);
  const raw = parsed?.type === 'P-256' ? expandPoint(parsed.bytes) : (parsed?.bytes ?? null);
  if (parsed === null || raw === null) return null;
  const algorithm = parsed.type === 'P-256' ? ECDSA : ED25519;
  return { algorithm, raw, key: await subtle.importKey('raw', raw, algorithm, false, ['verify']).catch(() => null) };
};

const ED25519: KeyAlgorithm = { name: 'Ed25519' };
const ECDSA: KeyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA: KeyAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Whether `signature` is that of `bytes` under an RSA key (PKCS #1 v1.5 with SHA-256); false, never a throw, for anything malformed. */
export const verifyRsa = async (key: { readonly n: string; readonly e: string }, bytes: Bytes, signature: Bytes): Promise<boolean> => {
  const rsa = await crypto.subtle.importKey('jwk', { kty: 'RSA', ...key }, RSA, false, ['verify']).catch(() => null);
  return rsa !== null && crypto.subtle.verify(RSA, rsa, signature, bytes).catch(() => false);
};
