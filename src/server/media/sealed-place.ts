import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { concatBytes } from '#base/bytes';
import type { BytePlace, ByteRange } from '#domain/byte-place';
import { placeName } from './place-name.ts';
import { wholly } from './wholly.ts';

// "PEPS1", a salt, then frames of AES-256-GCM. A key of its own for each write, bound to the name: nothing can be put in another's place.
const MAGIC = Buffer.from('PEPS1');
const SALT = 16;
const HEAD = MAGIC.length + SALT;
const FRAME = 64 * 1024;
const TAG = 16;

/**
 * A place whose bytes only who has the key can read (32 bytes); names and sizes stay to be seen. Reading rejects on bytes that were changed,
 * cut, moved under another name, or sealed with another key.
 */
export const openSealedPlace = (inner: BytePlace, key: Uint8Array): BytePlace => ({
  write: (name, size, parts) => inner.write(name, sealedSize(size), () => seal(key, name, size, wholly(size, parts()))),
  read: async (name, range) => {
    const standing = await inner.read(name);
    return standing && { size: openSize(standing.size), bytes: cut(open(key, name, standing.bytes), range) };
  },
  size: async (name) => {
    const size = await inner.size(name);
    return size === undefined ? undefined : openSize(size);
  },
  list: async function* (prefix) {
    for await (const { name, size } of inner.list(prefix)) yield { name, size: openSize(size) };
  },
  remove: inner.remove,
});

const framesOf = (size: number): number => Math.max(1, Math.ceil(size / FRAME));
const sealedSize = (size: number): number => HEAD + size + TAG * framesOf(size);
const openSize = (sealed: number): number => sealed - HEAD - TAG * Math.ceil((sealed - HEAD) / (FRAME + TAG));

const keyFor = (key: Uint8Array, salt: Uint8Array, name: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, `pepites sealed ${placeName(name)}`, 32));

// The number of the frame, and whether it is the last: frames cannot be left out, put in another order or cut off.
const nonceOf = (frame: number, isLast: boolean): Uint8Array => {
  const nonce = new Uint8Array(12);
  nonce[0] = isLast ? 1 : 0;
  new DataView(nonce.buffer).setUint32(8, frame);
  return nonce;
};

async function* seal(key: Uint8Array, name: string, size: number, parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const salt = randomBytes(SALT);
  const own = keyFor(key, salt, name);
  yield concatBytes(MAGIC, salt);
  const last = framesOf(size) - 1;
  let frame = 0;
  for await (const bytes of inFrames(parts, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(frame, frame === last));
    yield concatBytes(cipher.update(bytes), cipher.final(), cipher.getAuthTag());
    frame++;
  }
}

async function* open(key: Uint8Array, name: string, parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const damaged = new Error(`${name} is damaged, or was sealed with another key`);
  let own: Uint8Array | undefined;
  let [frame, held]: [number, Uint8Array | undefined] = [0, undefined];
  const opened = (bytes: Uint8Array, isLast: boolean): Uint8Array => {
    if (!own || bytes.length < TAG) throw damaged;
    const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(frame++, isLast));
    decipher.setAuthTag(bytes.subarray(-TAG));
    try {
      return concatBytes(decipher.update(bytes.subarray(0, -TAG)), decipher.final());
    } catch {
      throw damaged;
    }
  };
  for await (const bytes of inFrames(parts, FRAME + TAG, HEAD)) {
    if (own) {
      if (held) yield opened(held, false);
      held = bytes;
    } else {
      if (bytes.length !== HEAD || !MAGIC.equals(bytes.subarray(0, MAGIC.length))) throw damaged;
      own = keyFor(key, bytes.subarray(MAGIC.length), name);
    }
  }
  yield opened(held ?? new Uint8Array(0), true);
}

/** Bytes in pieces of one length, after a first one of another; the last may be shorter, and is there even when it is empty. */
async function* inFrames(parts: AsyncIterable<Uint8Array>, length: number, first = length): AsyncIterable<Uint8Array> {
  let [held, wanted] = [new Uint8Array(0), first];
  let any = false;
  for await (const part of parts) {
    held = concatBytes(held, part);
    while (held.length >= wanted) {
      yield held.slice(0, wanted);
      held = held.slice(wanted);
      wanted = length;
      any = true;
    }
  }
  if (held.length > 0 || !any) yield held;
}

async function* cut(bytes: AsyncIterable<Uint8Array>, range: ByteRange | undefined): AsyncIterable<Uint8Array> {
  let at = 0;
  for await (const part of bytes) {
    const [from, to] = range ? [Math.max(range.first - at, 0), Math.min(range.last + 1 - at, part.length)] : [0, part.length];
    at += part.length;
    if (from < to) yield part.subarray(from, to);
    if (range && at > range.last) return;
  }
}
