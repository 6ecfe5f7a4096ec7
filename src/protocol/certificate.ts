import type { Millis, Signer } from '#base/ambient';
import { type Bytes, concatBytes, fromUtf8, utf8 } from '#base/bytes';
import { fromBase58, toBase58 } from '#credentials/multibase';
import { verifySignature } from '#credentials/verify-signature';
import type { StructureId } from '#domain/ids';

/** What an organisation says of one of its devices: this key may sign for me until then. */
export interface Certificate {
  readonly device: string;
  readonly structure: StructureId;
  /** Whole seconds travel; the rest is dropped. */
  readonly expires: Millis;
}

const SIGNATURE = 64;

// length of key · key as multicodec bytes · expiry in seconds (4) · length of structure · structure
const body = ({ device, structure, expires }: Certificate): Bytes | null => {
  const key = fromBase58(device);
  if (!key) return null;
  const seconds = new Uint8Array(4);
  new DataView(seconds.buffer).setUint32(0, Math.floor(expires / 1000));
  return concatBytes(Uint8Array.of(key.length), key, seconds, Uint8Array.of(utf8(structure).length), utf8(structure));
};

const signed = (host: string, part: Uint8Array) => concatBytes(utf8(`pepites:certificate:1\n${host}\n`), part);

/** Signs a certificate with the organisation's key, for one host only; about 120 bytes. Throws on a device that is not a key. */
export const signCertificate = async (organisation: Signer, host: string, certificate: Certificate): Promise<Bytes> => {
  const part = body(certificate);
  if (!part) throw new TypeError('a device is a public key in multibase');
  return concatBytes(part, await organisation.sign(signed(host, part)));
};

/** Reads a certificate at the start of `bytes`; null when it is cut or malformed. Says nothing of its signature. */
export const readCertificate = (bytes: Bytes): { readonly certificate: Certificate; readonly length: number } | null => {
  const keyLength = bytes[0] ?? 0;
  const structureAt = 1 + keyLength + 4;
  const structureLength = bytes[structureAt] ?? 0;
  const end = structureAt + 1 + structureLength;
  if (keyLength < 34 || keyLength > 35 || structureLength === 0 || bytes.length < end + SIGNATURE) return null;
  try {
    const structure = fromUtf8(bytes.subarray(structureAt + 1, end)) as StructureId;
    const seconds = new DataView(bytes.buffer, bytes.byteOffset + 1 + keyLength, 4).getUint32(0);
    return {
      certificate: { device: toBase58(bytes.slice(1, 1 + keyLength)), structure, expires: seconds * 1000 },
      length: end + SIGNATURE,
    };
  } catch {
    return null;
  }
};

/** Was the certificate at the start of `bytes` signed by one of these organisation keys (multibase) for this host? */
export const isSignedBy = async (bytes: Bytes, length: number, host: string, keys: readonly string[]): Promise<boolean> => {
  const part = bytes.slice(0, length - SIGNATURE);
  const signature = bytes.slice(length - SIGNATURE, length);
  for (const key of keys) if (await verifySignature(key, signed(host, part), signature)) return true;
  return false;
};
