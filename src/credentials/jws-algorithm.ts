import type { CompactJws } from './compact-jws.ts';
import type { KeyMaterial } from './key-material.ts';
import { fromMultikey } from './multibase.ts';
import { verifyRsa, verifySignature } from './verify-signature.ts';

/** The algorithms read here (RFC 7518, RFC 8037, RFC 9864) and the only kind of key each may be used with. */
export type JwsAlgorithm = 'RS256' | 'ES256' | 'EdDSA' | 'Ed25519';

const KEY_OF: Readonly<Record<JwsAlgorithm, 'RSA' | 'P-256' | 'Ed25519'>> = {
  RS256: 'RSA',
  ES256: 'P-256',
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
};

/** The algorithm a header names; `bad` when it is none or one with a shared secret, `unknown` for other signatures. */
export const algorithmOf = (alg: unknown): JwsAlgorithm | 'bad' | 'unknown' => {
  if (typeof alg !== 'string') return 'bad';
  if (Object.hasOwn(KEY_OF, alg)) return alg as JwsAlgorithm;
  return /^(?:RS|PS|ES)\d{3}K?$|^Ed448$|^ESP?\d{3}|^ML-DSA-\d\d$/.test(alg) ? 'unknown' : 'bad';
};

/** Whether a key is of the kind an algorithm is for; anything else is how one key is passed off as another. */
export const fitsAlgorithm = (algorithm: JwsAlgorithm, key: KeyMaterial): boolean =>
  ('rsa' in key ? 'RSA' : fromMultikey(key.publicKey)?.type) === KEY_OF[algorithm];

/** Whether a token was signed with a key that fits its algorithm. */
export const checkJws = (jws: CompactJws, key: KeyMaterial): Promise<boolean> =>
  'rsa' in key ? verifyRsa(key.rsa, jws.signed, jws.signature) : verifySignature(key.publicKey, jws.signed, jws.signature);
