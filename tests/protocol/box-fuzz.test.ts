import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BOX_TARGETS, boxTargets } from '#tools/fuzz-boxes';
import { fuzz } from '#tools/fuzz-run';

// `npm run fuzz -- --parser box --each 1000000` gives a million.
const EACH = 10_000;
const seed = randomBytes(6).toString('hex');

describe(`ten thousand hostile boxes, answers and codes (npm run fuzz -- --seed ${seed})`, () => {
  const targets = boxTargets();
  it.each(BOX_TARGETS)(
    'to %s: nothing thrown, nothing slow',
    async (name) => {
      console.log(`fuzz seed ${seed}`);
      const { cases, problems, answers } = await fuzz({ name, target: targets[name], seed, count: EACH });
      expect({ cases, problems }).toEqual({ cases: EACH, problems: [] });
      expect(answers.size).toBeGreaterThan(2);
    },
    120_000,
  );
});
