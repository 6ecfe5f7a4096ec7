import type { Signer } from '#base/ambient';
import { signerFromKeyPair, signerFromSeed } from '#credentials/keys';
import type { DeviceKey } from './client-store.ts';

/** The signer of a device's key, as kept in the store. */
export const signerOf = (key: DeviceKey): Promise<Signer> => ('seed' in key ? signerFromSeed(key.seed) : signerFromKeyPair(key));
