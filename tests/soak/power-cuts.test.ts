import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { recorded } from './file-log.ts';
import { cutPower } from './power-cuts.ts';

const IMAGES = 60;

// What a program asks of the disk is seen with strace alone; `npm run soak -- --power-cuts 2000` is the whole.
it.skipIf(!recorded(''))(
  'a power cut at any moment loses nothing the server had confirmed',
  async () => {
    const seed = randomInt(1_000_000);
    const done = await cutPower({ images: IMAGES, seed, each: IMAGES });
    console.log(`power cuts: seed ${seed}, ${done?.incomplete} of ${done?.images} images missed something`);
    expect(done?.wrongs).toEqual([]);
    expect(done?.images).toBe(IMAGES);
    expect(done?.incomplete).toBeGreaterThan(IMAGES / 2);
    expect(done?.acts).toBeGreaterThan(0);
  },
  60_000,
);
