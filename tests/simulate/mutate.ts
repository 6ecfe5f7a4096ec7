import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.ts';

/** The source of a file with one mutant's change. Throws when the text to change does not stand there exactly once. */
const mutated = ({ name, file, from, to }: Mutant, source: string): string => {
  const parts = source.split(from);
  if (parts.length !== 2) throw new Error(`mutant "${name}": its text stands ${parts.length - 1} times in ${file}, not once`);
  return parts.join(to);
};

/** From now on this thread loads that file with the mutant in it. */
export const plant = (mutant: Mutant): void => {
  const url = new URL(`../../src/${mutant.file}`, import.meta.url).href;
  registerHooks({
    load: (address, context, nextLoad) => {
      const loaded = nextLoad(address, context);
      return address === url ? { ...loaded, source: mutated(mutant, readFileSync(fileURLToPath(url), 'utf8')) } : loaded;
    },
  });
};
