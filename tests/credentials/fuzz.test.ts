import { describe, expect, it } from 'vitest';
import { luckOf } from '#tools/fuzz-luck';
import { FUZZ_TARGETS } from '#tools/fuzz-parsers';
import { cutNetwork, fuzz, fuzzCase } from '#tools/fuzz-run';
import { FILE_TARGETS, fuzzEach, targetOf } from './fuzz-each.ts';

fuzzEach(FUZZ_TARGETS.filter((name) => !FILE_TARGETS.includes(name)));

/** Keeps this process itself busy for so many milliseconds, on the clock too: its other threads count as well. */
const work = (ms: number): void => {
  const begun = performance.now();
  for (const start = process.cpuUsage(); ; ) {
    const { user, system } = process.cpuUsage(start);
    if (user + system > ms * 1000 && performance.now() - begun > ms) return;
  }
};

describe('the fuzzer', () => {
  it('makes the same input of the same seed, and others of another', async () => {
    for (const name of ['did', 'svg', 'old-badge', 'qr', 'png'] as const) {
      const make = (word: string, index: number) => fuzzCase({ name, target: targetOf(name), seed: word }, index);
      expect(await make('a', 7)).toEqual(await make('a', 7));
      expect(await make('a', 7)).not.toEqual(await make('b', 7));
      expect(await make('a', 7)).not.toEqual(await make('a', 8));
    }
  });

  it('tells what was thrown, what was slow and what asked the network, and where', async () => {
    const restore = cutNetwork();
    let made = 0;
    const make = async () => Uint8Array.of(++made);
    const read = async ([number]: Uint8Array): Promise<string> => {
      if (number === 2) throw new TypeError('broken');
      if (number === 3) await fetch('https://example.org');
      if (number === 4) work(110);
      return 'read';
    };
    const { problems } = await fuzz({ name: 'x', target: { make, read }, seed: 'a', count: 4 });
    restore();
    expect(problems.map(({ kind, index }) => [kind, index])).toEqual([
      ['thrown', 1],
      ['network', 2],
      ['slow', 3],
    ]);
  });

  it('has luck that is spread evenly', () => {
    const luck = luckOf('even');
    const drawn = Array.from({ length: 100_000 }, () => luck.below(10));
    for (let face = 0; face < 10; face++) {
      const share = drawn.filter((number) => number === face).length / drawn.length;
      expect(share).toBeGreaterThan(0.095);
      expect(share).toBeLessThan(0.105);
    }
    const heads = Array.from({ length: 100_000 }, () => luck.odds(0.25)).filter(Boolean).length;
    expect(Math.abs(heads - 25_000)).toBeLessThan(1000);
  });
});
