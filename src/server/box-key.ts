import { createECDH, createHmac } from 'node:crypto';
import { agreementKey } from '#credentials/agreed-key';
import type { BoxKeyPair } from '#protocol/box';

/**
 * The pair boxes are opened with, made from the server's own secret: several processes have the same one, and a restored server still opens
 * what was closed before.
 */
export const openBoxKey = async (secret: Uint8Array): Promise<BoxKeyPair> => {
  const { scalar, point } = keyFrom(secret);
  const text = (from: number, to: number): string => point.toString('base64url', from, to);
  const jwk = { kty: 'EC', crv: 'P-256', x: text(1, 33), y: text(33, 65), d: scalar.toString('base64url') } as const;
  return { publicKey: new Uint8Array(point), privateKey: await agreementKey(jwk) };
};

const keyFrom = (secret: Uint8Array): { readonly scalar: Buffer; readonly point: Buffer } => {
  const curve = createECDH('prime256v1');
  // One number in four thousand million is no private key of the curve: then the next.
  for (let i = 0; ; i++) {
    const scalar = createHmac('sha256', secret).update(`pepites:box:1\n${i}`).digest();
    try {
      curve.setPrivateKey(scalar);
      return { scalar, point: curve.getPublicKey() };
    } catch {}
  }
};
