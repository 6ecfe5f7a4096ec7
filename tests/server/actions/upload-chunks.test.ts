import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, chunkWord, covered, toChunk } from '#server/actions/upload-chunks';

const aChunk = (first: number, size: number): Chunk => ({ name: `u/${chunkWord(first, size)}`, first, size });

describe('parts of an upload', () => {
  it('are known by their name and size, and nothing else is taken for one', () => {
    expect(toChunk({ name: `uploads/p-1/ab/${chunkWord(7, 20)}`, size: 20 })).toMatchObject({ first: 7, size: 20 });
    for (const [name, size] of [
      ['uploads/p-1/ab/about', 20],
      [`uploads/p-1/ab/${chunkWord(7, 20)}`, 19],
      [`uploads/p-1/ab/${chunkWord(7, 0)}`, 0],
    ] as const)
      expect(toChunk({ name, size })).toBeNull();
  });

  it('cover the whole up to the first hole', () => {
    expect(covered([])).toEqual({ end: 0, pieces: [] });
    expect(covered([aChunk(5, 5)]).end).toBe(0);
    expect(covered([aChunk(0, 5), aChunk(6, 5)]).end).toBe(5);
    expect(covered([aChunk(5, 5), aChunk(0, 5)]).end).toBe(10);
  });

  it('count once where two connections wrote the same stretch', () => {
    const { end, pieces } = covered([aChunk(0, 4), aChunk(0, 6), aChunk(4, 4), aChunk(6, 1)]);
    expect(end).toBe(8);
    expect(pieces.map(({ chunk, skip }) => [chunk.first, chunk.size, skip])).toEqual([
      [0, 6, 0],
      [4, 4, 2],
    ]);
  });

  it('read one after the other are the whole, however it was cut and repeated', () => {
    const chunk = fc.record({ first: fc.nat(40), size: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 14 }), (list) => {
        const { end, pieces } = covered(list.map(({ first, size }) => aChunk(first, size)));
        const bytes = pieces.flatMap(({ chunk: { first, size }, skip }) => Array.from({ length: size - skip }, (_, i) => first + skip + i));
        expect(bytes).toEqual(Array.from({ length: end }, (_, i) => i));
        // And nothing that continues is left unused.
        expect(list.some(({ first, size }) => first <= end && first + size > end)).toBe(false);
      }),
    );
  });
});
