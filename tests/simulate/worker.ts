import { parentPort, workerData } from 'node:worker_threads';
import type { Mutant } from './mutant.ts';
import { plant } from './mutate.ts';

/** What a worker is given: seeds to live through, in a house with a mutant in it if one is named. */
export interface Task {
  readonly seeds: readonly number[];
}

/** What it says of each seed. */
export interface Told {
  readonly seed: number;
  readonly oracle: string | undefined;
  readonly text: string | undefined;
  readonly rounds: number;
  readonly acts: number;
}

const { mutant } = workerData as { readonly mutant?: Mutant };
if (mutant) plant(mutant);
const { runSeed } = await import('./run-seed.ts');

// Whatever throws where nobody waits for it is a violation, too: of the world that is being lived through.
let stray: unknown;
process.on('unhandledRejection', (error) => {
  stray ??= error;
});

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const live = async (seed: number): Promise<Told> => {
  stray = undefined;
  try {
    const { violation, rounds, acts } = await runSeed(seed);
    if (stray !== undefined) return { seed, oracle: 'stray', text: textOf(stray), rounds, acts };
    return { seed, oracle: violation?.oracle, text: violation?.text, rounds, acts };
  } catch (error) {
    return { seed, oracle: 'thrown', text: textOf(error), rounds: 0, acts: 0 };
  }
};

parentPort?.on('message', async ({ seeds }: Task) => {
  for (const seed of seeds) parentPort?.postMessage(await live(seed));
  parentPort?.postMessage('idle');
});
parentPort?.postMessage('idle');
