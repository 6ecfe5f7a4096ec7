import { getPublicKeyAsync, signAsync, verifyAsync } from '@noble/ed25519';
import type { Signer } from '#base/ambient';
import { toMultikey } from './multibase.ts';

/** Ed25519 verification without WebCrypto's Ed25519, by the strict rules of RFC 8032; false on anything malformed. */
export const slowVerifyEd25519 = (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  verifyAsync(signature, bytes, key, { zip215: false }).catch(() => false);

/** The Ed25519 signer of a 32-byte seed where WebCrypto has no Ed25519; the seed then stays readable in memory. */
export const slowSignerFromSeed = async (seed: Uint8Array): Promise<Signer> => ({
  publicKey: toMultikey({ type: 'Ed25519', bytes: new Uint8Array(await getPublicKeyAsync(seed)) }),
  sign: async (bytes) => new Uint8Array(await signAsync(bytes, seed)),
});
