import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCorpus } from '#tools/fuzz-corpus';
import { fuzzTargets } from '#tools/fuzz-parsers';
import { cutNetwork, fuzz } from '#tools/fuzz-run';

const targets = fuzzTargets(await openCorpus());

export const targetOf = (name: string) => {
  const target = targets[name];
  if (target === undefined) throw new Error(`no parser ${name}`);
  return target;
};

/** The parsers of pictures and codes, which have a test file of their own. */
export const FILE_TARGETS: readonly string[] = ['png', 'svg', 'qr'];

// `npm run fuzz` gives a million of each.
const EACH = 10_000;

/** Ten thousand hostile inputs to each of some parsers, from a seed nobody has used before. In several files, so that they share processors. */
export const fuzzEach = (names: readonly string[]): void => {
  const seed = randomBytes(6).toString('hex');
  describe(`ten thousand hostile inputs (npm run fuzz -- --seed ${seed})`, () => {
    let restore = (): void => undefined;
    beforeAll(() => {
      console.log(`fuzz seed ${seed}`);
      restore = cutNetwork();
    });
    afterAll(() => restore());

    it.each(names)(
      'to the parser %s: nothing thrown, nothing slow, nobody asked, nothing kept',
      async (name) => {
        const { cases, problems, answers } = await fuzz({ name, target: targetOf(name), seed, count: EACH });
        expect({ cases, problems }).toEqual({ cases: EACH, problems: [] });
        // Inputs that all fail at the same step would prove little.
        expect(answers.size).toBeGreaterThan(3);
      },
      120_000,
    );
  });
};
