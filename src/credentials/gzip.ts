import type { Bytes } from '#base/bytes';
import { concatBytes } from '#base/bytes';

/** Bytes gzipped by the platform (page, worker and Node have CompressionStream). */
export const gzip = async (bytes: Bytes): Promise<Bytes> => {
  const result = await pump(new CompressionStream('gzip'), bytes, Number.POSITIVE_INFINITY);
  if (result === null) throw new TypeError('compression failed');
  return result;
};

/** Bytes behind a gzip stream, or null when it is damaged or opens to more than `limit` bytes; never holds more than one chunk above it. */
export const gunzip = (bytes: Bytes, limit: number): Promise<Bytes | null> => pump(new DecompressionStream('gzip'), bytes, limit);

/** Bytes behind a zlib stream (RFC 1950), or null when it is damaged or opens to more than `limit` bytes. */
export const inflate = (bytes: Bytes, limit: number): Promise<Bytes | null> => pump(new DecompressionStream('deflate'), bytes, limit);

const pump = async (stream: ByteTransform, input: Bytes, limit: number): Promise<Bytes | null> => {
  const writer = stream.writable.getWriter();
  // Damage shows on the reading side too; an unwatched rejection here would end a Node process.
  const written = writer
    .write(input)
    .then(() => writer.close())
    .catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  try {
    for (let size = 0; ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > limit) {
        await reader.cancel();
        return null;
      }
      chunks.push(value);
    }
    await written;
    return concatBytes(...chunks);
  } catch {
    return null;
  }
};
