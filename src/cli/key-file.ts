import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Signer } from '#base/ambient';
import { fromBase64url } from '#base/bytes';
import { signerFromSeed } from '#credentials/keys';
import { signerOfJwk } from '#server/p256-key';

export type KeyKind = 'ed25519' | 'p256';

const NAME: Readonly<Record<KeyKind, string>> = { ed25519: 'Ed25519', p256: 'P-256' };

/**
 * The signer a key file holds: a private JWK, PKCS#8 in PEM, or the 32 bytes in base64url that a server keeps in data/keys. Throws one
 * line that says what is wrong; a file that others may read is refused, as ssh refuses it.
 */
export const readKeyFile = async (path: string): Promise<{ readonly kind: KeyKind; readonly signer: Signer }> => {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others, so its key is no secret: chmod 600 ${path}`);
  const text = readFileSync(path, 'utf8').trim();
  const seed = fromBase64url(text);
  if (seed?.length === 32) return { kind: 'ed25519', signer: await signerFromSeed(seed) };
  const jwk = privateKey(text)?.export({ format: 'jwk' }) ?? {};
  const own = jwk.d === undefined ? null : fromBase64url(jwk.d);
  if (jwk.crv === 'Ed25519' && own !== null) return { kind: 'ed25519', signer: await signerFromSeed(own) };
  if (jwk.crv === 'P-256') return { kind: 'p256', signer: await signerOfJwk(jwk) };
  throw new Error(`${path} holds no private key of a kind known here (Ed25519 or P-256; as JWK, PEM or bare).`);
};

const privateKey = (text: string): KeyObject | null => {
  try {
    return createPrivateKey(text.startsWith('{') ? { key: JSON.parse(text), format: 'jwk' } : text);
  } catch {
    return null;
  }
};

/** Makes a key file (JWK) that only its owner may read; one that is there stays, and is an error. */
export const makeKeyFile = async (path: string, kind: KeyKind): Promise<Signer> => {
  const { privateKey: made } = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: NAME[kind] });
  const file = openSync(path, 'wx', 0o600);
  writeFileSync(file, `${JSON.stringify(made.export({ format: 'jwk' }))}\n`);
  fsyncSync(file);
  closeSync(file);
  return (await readKeyFile(path)).signer;
};
