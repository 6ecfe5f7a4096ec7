import type { Signer } from '#base/ambient';
import { signerFromKeyPair } from '#credentials/keys';

/** A fresh P-256 signer (ECDSA signatures differ each time in any case). */
export const p256Signer = async (): Promise<Signer> =>
  signerFromKeyPair(await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']));
