import { type Bytes, concatBytes } from '#base/bytes';

/** What came of a body before it ended, was cut, or had more than the limit. */
export interface PartRead {
  readonly bytes: Bytes;
  readonly end: 'whole' | 'cut' | 'too-large';
}

/** Reads a body part by part and keeps what came, also when the connection is cut: on a bad line every byte counts. */
export const readPart = async (stream: ReadableStream<Uint8Array> | null, limit: number): Promise<PartRead> => {
  const parts: Uint8Array[] = [];
  if (!stream) return { bytes: concatBytes(), end: 'whole' };
  const reader = stream.getReader();
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) {
        // Not awaited: a sender that never ends must not keep us waiting.
        reader.cancel().catch(() => undefined);
        return { bytes: concatBytes(), end: 'too-large' };
      }
      parts.push(part.value);
    }
    return { bytes: concatBytes(...parts), end: 'whole' };
  } catch {
    return { bytes: concatBytes(...parts), end: 'cut' };
  }
};
