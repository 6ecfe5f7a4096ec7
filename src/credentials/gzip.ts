import type { Bytes } from '#base/bytes';
import { concatBytes } from '#base/bytes';

/** Bytes gzipped by the platform (page, worker and Node have CompressionStream). */
export const gzip = async (bytes: Bytes): Promise<Bytes> => {
  const result = await pump(new CompressionStream('gzip'), bytes, Number.POSITIVE_INFINITY);
  if (result === null) throw new TypeError('compression failed');
  return result;
};

/** Bytes as a raw deflate stream (RFC 1951), made by the platform: quick, and longer than `deflate` makes it. */
export const deflateRaw = async (bytes: Bytes): Promise<Bytes> => {
  const result = await pump(new CompressionStream('deflate-raw'), bytes, Number.POSITIVE_INFINITY);
  if (result === null) throw new TypeError('compression failed');
  return result;
};

/** Bytes behind a gzip stream, or null when it is damaged or opens to more than `limit` bytes; never holds more than one chunk above it. */
export const gunzip = (bytes: Bytes, limit: number): Promise<Bytes | null> => pump(new DecompressionStream('gzip'), bytes, limit);

/** Bytes behind a zlib stream (RFC 1950), or null when it is damaged or opens to more than `limit` bytes. */
export const inflate = (bytes: Bytes, limit: number): Promise<Bytes | null> => pump(new DecompressionStream('deflate'), bytes, limit);

/**
 * Bytes behind a raw deflate stream (RFC 1951) that refers back into `dictionary` (at most 65 535 bytes), or null when it is damaged or
 * opens to more than `limit` bytes. The platform takes no dictionary, but a block stored in front of the stream does the same.
 */
export const inflateRaw = async (bytes: Bytes, dictionary: Uint8Array, limit: number): Promise<Bytes | null> => {
  const size = dictionary.length;
  const stored = concatBytes(Uint8Array.of(0, size & 0xff, size >> 8, ~size & 0xff, (~size >> 8) & 0xff), dictionary);
  const opened = await pump(new DecompressionStream('deflate-raw'), concatBytes(stored, bytes), size + limit);
  return opened === null ? null : opened.slice(size);
};

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
