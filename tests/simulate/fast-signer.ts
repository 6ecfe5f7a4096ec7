import type { Signer } from '#base/ambient';
import { toMultikey } from '#credentials/multibase';
import { markOf, publicKeyOf } from './fast-crypto.ts';

/** The fast signer of a seed. */
export const fastSigner = (seed: Uint8Array): Signer => {
  const bytes = publicKeyOf(seed);
  const publicKey = toMultikey({ type: 'Ed25519', bytes });
  return { publicKey, sign: async (message) => markOf(bytes, message) };
};
