import type { Bytes } from '#base/bytes';
import { concatBytes, fromHex, toHex } from '#base/bytes';

// The curve's prime and constant b (FIPS 186-4 D.1.2.3); a = -3.
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** The 33-byte compressed form of a 65-byte uncompressed P-256 point. */
export const compressPoint = (point: Uint8Array): Bytes => concatBytes(Uint8Array.of(2 + ((point[64] ?? 0) & 1)), point.subarray(1, 33));

/** The 65-byte uncompressed P-256 point that WebCrypto imports everywhere, or null when the compressed one is not on the curve. */
export const expandPoint = (point: Uint8Array): Bytes | null => {
  const x = BigInt(`0x${toHex(point.subarray(1))}`);
  if (x >= P) return null;
  const square = (x * x * x - 3n * x + B) % P;
  // The prime is 3 modulo 4, so a root is a power.
  const root = power((square + P) % P, (P + 1n) / 4n);
  if ((root * root - square) % P !== 0n) return null;
  const y = (root & 1n) === BigInt((point[0] ?? 0) & 1) ? root : P - root;
  const tail = fromHex(y.toString(16).padStart(64, '0'));
  return tail === null ? null : concatBytes(Uint8Array.of(4), point.subarray(1), tail);
};

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  for (let b = base, e = exponent; e > 0n; e >>= 1n, b = (b * b) % P) if (e & 1n) result = (result * b) % P;
  return result;
};
