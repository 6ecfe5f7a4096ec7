import { scrypt } from 'node:crypto';
import type { Bytes } from '#base/bytes';
import type { HashCode } from '#server/actions/enrol';

/** scrypt (RFC 7914) N = 2¹⁴, r = 8, p = 1: 16 MiB and some 50 ms for each of the 20 736 codes. */
export const scryptCode: HashCode = (code, salt) =>
  new Promise<Bytes>((resolve, reject) => {
    scrypt(code.join(' '), salt, 32, { N: 16_384, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(new Uint8Array(key))));
  });
