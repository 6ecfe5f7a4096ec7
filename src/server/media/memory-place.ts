import type { BytePlace, ByteRange } from '#domain/byte-place';
import { placeName, placePrefix } from './place-name.ts';
import { wholly } from './wholly.ts';

/** Bytes that live as long as the process: for tests and simulations. Proved by the same contract as every place. */
export const openMemoryPlace = (): BytePlace => {
  const held = new Map<string, Uint8Array>();
  return {
    write: async (name, size, parts) => {
      const bytes = new Uint8Array(size);
      let at = 0;
      for await (const part of wholly(size, parts())) {
        bytes.set(part, at);
        at += part.length;
      }
      held.set(placeName(name), bytes);
    },
    read: async (name, range) => {
      const bytes = held.get(placeName(name));
      return bytes && { size: bytes.length, bytes: one(cut(bytes, range)) };
    },
    size: async (name) => held.get(placeName(name))?.length,
    list: async function* (prefix) {
      const start = placePrefix(prefix);
      for (const [name, bytes] of [...held]) if (name.startsWith(start)) yield { name, size: bytes.length };
    },
    remove: async (name) => {
      held.delete(placeName(name));
    },
  };
};

const cut = (bytes: Uint8Array, range: ByteRange | undefined): Uint8Array =>
  range ? bytes.slice(range.first, range.last + 1) : bytes.slice();

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
