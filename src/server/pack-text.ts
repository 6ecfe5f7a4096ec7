import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { utf8 } from '#base/bytes';

const [br, gz] = [promisify(brotliCompress), promisify(gzip)];

/** A text in every encoding a browser reads, small rather than soon: it is packed once and sent to everybody. */
export const packText = async (text: string) => {
  const plain = utf8(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return { plain, br: new Uint8Array(await br(plain, { params })), gzip: new Uint8Array(await gz(plain, { level: 9 })) };
};
