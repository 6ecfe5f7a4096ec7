import { generateSigner } from '#credentials/keys';
import type { DeviceKey } from './client-store.ts';

/** A fresh key of this browser, whose private half nobody can read. */
export const makeKey = async (): Promise<DeviceKey> => (await generateSigner({ extractable: false })).keyPair;
