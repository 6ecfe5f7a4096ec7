import type { Bytes } from '#base/bytes';
import { equalBytes, fromBase64url, fromHex, toBase64url } from '#base/bytes';
import type { KeyMaterial } from './key-material.ts';
import { keyOfJwk } from './key-material.ts';

const PEM = /^-----BEGIN (RSA )?PUBLIC KEY-----\s([A-Za-z0-9+/=\s]*)-----END (RSA )?PUBLIC KEY-----$/;
const MAX_PEM = 4000;

const RSA = fromHex('06092a864886f70d0101010500');
const P256 = fromHex('06072a8648ce3d020106082a8648ce3d030107');

/** The public key of a PEM text (RFC 7468; SubjectPublicKeyInfo or PKCS #1): RSA or P-256. Null for anything else. */
export const keyOfPem = (text: string): KeyMaterial | null => {
  const [, pkcs1, body = ''] = (text.length <= MAX_PEM ? PEM.exec(text.trim()) : null) ?? [];
  const plain = body
    .replace(/\s|=+\s*$/g, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  const der = plain === '' ? null : fromBase64url(plain);
  const outer = der === null ? null : soleElement(der, 0x30);
  if (outer === null) return null;
  return pkcs1 === undefined ? keyOfInfo(outer) : keyOfRsa(outer);
};

/** One element of DER: its content and what follows it. */
interface Element {
  readonly content: Bytes;
  readonly rest: Bytes;
}

const element = (der: Bytes, tag: number): Element | null => {
  const first = der[1];
  if (der[0] !== tag || first === undefined) return null;
  const size = first < 0x80 ? 0 : first - 0x80;
  if (first >= 0x80 && (size < 1 || size > 2)) return null;
  const length = size === 0 ? first : der.slice(2, 2 + size).reduce((sum, byte) => sum * 256 + byte, 0);
  const [from, to] = [2 + size, 2 + size + length];
  return to > der.length ? null : { content: der.slice(from, to), rest: der.slice(to) };
};

const soleElement = (der: Bytes, tag: number): Bytes | null => {
  const found = element(der, tag);
  return found?.rest.length === 0 ? found.content : null;
};

const keyOfInfo = (info: Bytes): KeyMaterial | null => {
  const algorithm = element(info, 0x30);
  const bits = algorithm === null ? null : soleElement(algorithm.rest, 0x03);
  // The first byte tells how many bits of the last one do not count.
  if (algorithm === null || bits?.[0] !== 0) return null;
  const key = bits.slice(1);
  if (RSA !== null && equalBytes(algorithm.content, RSA)) {
    const rsa = soleElement(key, 0x30);
    return rsa === null ? null : keyOfRsa(rsa);
  }
  if (P256 === null || !equalBytes(algorithm.content, P256) || key.length !== 65 || key[0] !== 4) return null;
  return keyOfJwk({ kty: 'EC', crv: 'P-256', x: toBase64url(key.slice(1, 33)), y: toBase64url(key.slice(33)) });
};

const keyOfRsa = (key: Bytes): KeyMaterial | null => {
  const modulus = element(key, 0x02);
  const exponent = modulus === null ? null : soleElement(modulus.rest, 0x02);
  if (modulus === null || exponent === null) return null;
  const n = modulus.content[0] === 0 ? modulus.content.slice(1) : modulus.content;
  return keyOfJwk({ kty: 'RSA', n: toBase64url(n), e: toBase64url(exponent) });
};
