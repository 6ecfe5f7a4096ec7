import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

// Just enough DER (X.690) to write one certificate (RFC 5280) for a server of a test.
const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.of(tag, ...head), content]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
const text = (tag: number, value: string): Buffer => tlv(tag, Buffer.from(value));
const oid = (...bytes: readonly number[]): Buffer => tlv(0x06, Uint8Array.from(bytes));
const bits = (bytes: Uint8Array): Buffer => tlv(0x03, Uint8Array.of(0), bytes);
const time = (at: number): Buffer =>
  text(
    0x17,
    `${new Date(at)
      .toISOString()
      .replaceAll(/[-:T]|^20/g, '')
      .slice(0, 12)}Z`,
  );

const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const COMMON_NAME = oid(0x55, 0x04, 0x03);
const ALTERNATIVE_NAMES = oid(0x55, 0x1d, 0x11);

/** A fresh key and a certificate it has signed for itself, good for a day around now; both in PEM. */
export const selfSigned = (...hosts: readonly string[]): { readonly key: string; readonly cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(tlv(0x31, sequence(COMMON_NAME, text(0x0c, hosts[0] ?? 'test'))));
  const names = sequence(...hosts.map((host) => text(0x82, host)));
  const day = 86_400_000;
  const body = sequence(
    tlv(0xa0, tlv(0x02, Uint8Array.of(2))),
    tlv(0x02, Uint8Array.of(1), randomBytes(8)),
    ECDSA_SHA256,
    name,
    sequence(time(Date.now() - day), time(Date.now() + day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(sequence(ALTERNATIVE_NAMES, tlv(0x04, names)))),
  );
  const cert = sequence(body, ECDSA_SHA256, bits(sign('sha256', body, privateKey)));
  const lines = cert.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
};
