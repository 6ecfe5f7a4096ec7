import { fromBase64url, toBase64url } from '#base/bytes';
import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';
import { fromMultikey, toMultikey } from './multibase.ts';
import { compressPoint, expandPoint } from './p256.ts';

/** Key material: a public key in multibase, or the modulus and exponent (base64url) of an RSA key. */
export type KeyMaterial = { readonly publicKey: string } | { readonly rsa: { readonly n: string; readonly e: string } };

export const sameKey = (a: KeyMaterial, b: KeyMaterial): boolean =>
  'rsa' in a ? 'rsa' in b && a.rsa.n === b.rsa.n && a.rsa.e === b.rsa.e : 'publicKey' in b && a.publicKey === b.publicKey;

const PRIVATE = ['privateKeyMultibase', 'secretKeyMultibase', 'privateKeyBase58', 'privateKeyJwk', 'privateKeyPem', 'privateKeyHex'];
const PRIVATE_JWK = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Whether a JWK shows what must stay secret (RFC 7518 §6). */
export const isPrivateJwk = (jwk: JsonObject): boolean => PRIVATE_JWK.some((name) => Object.hasOwn(jwk, name));

/** Whether a verification method, or a bare JWK, shows a private key. */
export const holdsPrivateKey = (method: JsonObject): boolean =>
  PRIVATE.some((name) => Object.hasOwn(method, name)) ||
  (isObject(method['publicKeyJwk']) && isPrivateJwk(method['publicKeyJwk'])) ||
  ('kty' in method && isPrivateJwk(method));

/** The key of a verification method (`publicKeyMultibase` or `publicKeyJwk`), or null when it is of no kind known here. */
export const keyOfMethod = (method: JsonObject): KeyMaterial | null => {
  const multibase = method['publicKeyMultibase'];
  if (typeof multibase === 'string') return fromMultikey(multibase) === null ? null : { publicKey: multibase };
  return isObject(method['publicKeyJwk']) ? keyOfJwk(method['publicKeyJwk']) : null;
};

/** The key of a public JWK (OKP Ed25519, EC P-256 or RSA of 2 048 to 8 192 bits), or null for any other or a private one. */
export const keyOfJwk = (jwk: JsonObject): KeyMaterial | null => {
  const { kty, crv, x, y, n, e } = jwk;
  if (isPrivateJwk(jwk)) return null;
  if (kty === 'RSA') return isModulus(n) && typeof e === 'string' && /^[\w-]{1,8}$/.test(e) ? { rsa: { n, e } } : null;
  const [left, right] = [x, y].map((part) => (typeof part === 'string' && part.length === 43 ? fromBase64url(part) : null));
  if (left?.length !== 32) return null;
  if (kty === 'OKP' && crv === 'Ed25519') return { publicKey: toMultikey({ type: 'Ed25519', bytes: left }) };
  if (kty !== 'EC' || crv !== 'P-256' || right?.length !== 32) return null;
  return { publicKey: toMultikey({ type: 'P-256', bytes: compressPoint(Uint8Array.from([4, ...left, ...right])) }) };
};

/** A public key of P-256 (multibase) as JWK, which readers of tokens look for; null for any other key. */
export const jwkOfP256 = (publicKey: string): JsonObject | null => {
  const key = fromMultikey(publicKey);
  const point = key?.type === 'P-256' ? expandPoint(key.bytes) : null;
  return point && { kty: 'EC', crv: 'P-256', x: toBase64url(point.subarray(1, 33)), y: toBase64url(point.subarray(33)) };
};

const isModulus = (n: unknown): n is string => typeof n === 'string' && n.length >= 342 && n.length <= 1400;
