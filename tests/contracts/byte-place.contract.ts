import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BytePlace } from '#domain/byte-place';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Some bytes in parts of a size. */
export async function* inParts(bytes: Uint8Array, size = 7): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

export const put = (place: BytePlace, name: string, bytes: Uint8Array, size = 65_536): Promise<void> =>
  place.write(name, bytes.length, () => inParts(bytes, size));

/** All bytes of what stands, or undefined. */
export const allOf = async (place: BytePlace, name: string, range?: { first: number; last: number }): Promise<Uint8Array | undefined> => {
  const standing = await place.read(name, range);
  if (!standing) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of standing.bytes) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
};

export const listed = async (place: BytePlace, prefix: string): Promise<readonly (readonly [string, number])[]> => {
  const found: (readonly [string, number])[] = [];
  for await (const { name, size } of place.list(prefix)) found.push([name, size]);
  return found.toSorted();
};

/** What every place of bytes must do. `open` gives an empty one. */
export const bytePlaceContract = (title: string, open: () => Promise<BytePlace>): void => {
  describe(`place of bytes: ${title}`, () => {
    let place: BytePlace;
    beforeEach(async () => {
      place = await open();
    });

    it('gives back what was put, whatever the parts it came in, and its size', async () => {
      const bytes = randomBytes(300_000);
      await place.write('media/p-1/abc', bytes.length, () => inParts(bytes, 10_007));
      expect(
        createHash('sha256')
          .update((await allOf(place, 'media/p-1/abc')) ?? '')
          .digest('hex'),
      ).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(await place.size('media/p-1/abc')).toBe(300_000);
      expect((await place.read('media/p-1/abc'))?.size).toBe(300_000);
    });

    it('gives a range of it, and the size of the whole', async () => {
      await put(place, 'a', bytesOf('0123456789'));
      const standing = await place.read('a', { first: 3, last: 6 });
      expect(standing?.size).toBe(10);
      for await (const _part of standing?.bytes ?? []);
      expect(await allOf(place, 'a', { first: 3, last: 6 })).toEqual(bytesOf('3456'));
      expect(await allOf(place, 'a', { first: 9, last: 9 })).toEqual(bytesOf('9'));
      expect(await allOf(place, 'a', { first: 0, last: 9 })).toEqual(bytesOf('0123456789'));
    });

    it('keeps nothing as something', async () => {
      await put(place, 'empty', new Uint8Array(0));
      expect([await place.size('empty'), await allOf(place, 'empty')]).toEqual([0, new Uint8Array(0)]);
    });

    it('knows nothing of names never written or removed, and does not mind removing them', async () => {
      expect([await place.read('none'), await place.size('none/at/all'), await place.read('a', { first: 0, last: 1 })]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      await place.remove('none/at/all');
      await put(place, 'deep/down/one', bytesOf('1'));
      await place.remove('deep/down/one');
      expect([await place.read('deep/down/one'), await place.size('deep/down'), await listed(place, '')]).toEqual([
        undefined,
        undefined,
        [],
      ]);
    });

    it('puts new bytes over old ones', async () => {
      await put(place, 'a/b', bytesOf('old and long'));
      await put(place, 'a/b', bytesOf('new'));
      expect(await allOf(place, 'a/b')).toEqual(bytesOf('new'));
    });

    it.each([
      ['break', 'parts are wrong'],
      ['are too few', 'announced'],
      ['are too many', 'announced'],
    ])('changes nothing when the parts %s', async (what, said) => {
      await put(place, 'kept', bytesOf('before'));
      async function* parts() {
        yield new Uint8Array(50_000);
        if (what === 'break') throw new Error('parts are wrong');
        if (what === 'are too many') yield new Uint8Array(60_000);
      }
      await expect(place.write('kept', 100_000, parts)).rejects.toThrow(said);
      await expect(place.write('new', 100_000, parts)).rejects.toThrow(said);
      expect([await allOf(place, 'kept'), await place.size('new'), await listed(place, '')]).toEqual([
        bytesOf('before'),
        undefined,
        [['kept', 6]],
      ]);
    });

    it('lists what begins with some words, and not what only begins with the same letters', async () => {
      for (const name of ['b/2', 'a/1', 'b/10', 'bb/1', 'b/c/3', 'b-1/x', 'top']) await put(place, name, bytesOf(name));
      expect(await listed(place, 'b')).toEqual([
        ['b/10', 4],
        ['b/2', 3],
        ['b/c/3', 5],
      ]);
      expect((await listed(place, '')).map(([name]) => name)).toEqual(['a/1', 'b-1/x', 'b/10', 'b/2', 'b/c/3', 'bb/1', 'top']);
      expect(await listed(place, 'none')).toEqual([]);
    });

    it('refuses names that lead elsewhere or hide', async () => {
      for (const name of [
        '../up',
        'a/../../b',
        '/root',
        'a//b',
        '.hidden',
        'a/.hidden',
        '',
        'a\u0000b',
        'a\\b',
        'é',
        'a/',
        'x'.repeat(500),
      ]) {
        await expect(place.write(name, 1, () => inParts(bytesOf('x')))).rejects.toThrow('no name');
        await expect(place.read(name)).rejects.toThrow('no name');
        await expect(place.remove(name)).rejects.toThrow('no name');
      }
    });

    it('lets many write the same name at once: whoever is last, it is whole', async () => {
      const texts = Array.from({ length: 8 }, (_, i) => bytesOf(String(i).repeat(20_000)));
      await Promise.all(texts.map((bytes) => put(place, 'x/same', bytes, 1000)));
      const found = await allOf(place, 'x/same');
      expect(texts.some((bytes) => Buffer.compare(bytes, found ?? new Uint8Array()) === 0)).toBe(true);
    });

    it('ends with what a plain map would hold, whatever is written and removed', async () => {
      const step = fc.record({ name: fc.constantFrom('a', 'a-b', 'a/b', 'c/d/e'), text: fc.option(fc.string({ maxLength: 9 })) });
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
          const where = `run-${runs++}`;
          // A name and a folder of the same name cannot both stand in a folder.
          const model = new Map<string, string>();
          for (const { name, text } of steps) {
            const full = `${where}/${name.replaceAll('/', '_')}`;
            if (text === null) {
              await place.remove(full);
              model.delete(full);
            } else {
              await put(place, full, bytesOf(text));
              model.set(full, text);
            }
          }
          expect(await listed(place, where)).toEqual([...model].toSorted().map(([name, text]) => [name, bytesOf(text).length]));
          for (const [name, text] of model) expect(await allOf(place, name)).toEqual(bytesOf(text));
        }),
        { numRuns: 15 },
      );
    });
  });
};
