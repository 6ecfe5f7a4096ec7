import { createECDH, type JsonWebKey } from 'node:crypto';
import type { Signer } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import { signerFromKeyPair } from '#credentials/keys';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The private JWK of P-256 of 32 secret bytes; throws on the few that are no number of the curve. */
export const p256Jwk = (secret: Uint8Array): JsonWebKey => {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(secret);
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(toBase64url);
  return { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: toBase64url(secret) };
};

/** The signer of a private JWK of P-256; throws on any other key. */
export const signerOfJwk = async ({ d, ...shown }: JsonWebKey): Promise<Signer> =>
  signerFromKeyPair({
    privateKey: await crypto.subtle.importKey('jwk', { ...shown, ...(d !== undefined && { d }) }, ALGORITHM, false, ['sign']),
    publicKey: await crypto.subtle.importKey('jwk', shown, ALGORITHM, true, ['verify']),
  });
