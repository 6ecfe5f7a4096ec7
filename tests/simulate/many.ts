import { Worker } from 'node:worker_threads';
import type { Mutant } from './mutant.ts';
import type { Told } from './worker.ts';

export interface Many {
  readonly first: number;
  readonly count: number;
  readonly jobs: number;
  readonly mutant?: Mutant | undefined;
  /** Stops at the first violation. */
  readonly stopAtFirst: boolean;
  readonly onTold?: (told: Told) => void;
}

const PORTION = 8;
// A world takes milliseconds; one that takes this long goes in circles.
const PATIENCE_MS = 60_000;

/** Lives through many worlds, in several threads. A world that never ends counts as one in which a promise was broken. */
export const runMany = ({ first, count, jobs, mutant, stopAtFirst, onTold }: Many): Promise<readonly Told[]> =>
  new Promise((resolve, reject) => {
    const all: Told[] = [];
    const workers = new Set<Worker>();
    let next = first;
    let over = false;
    const finish = (): void => {
      over = true;
      for (const worker of workers) void worker.terminate();
      resolve(all.toSorted((a, b) => a.seed - b.seed));
    };
    const feed = (worker: Worker): readonly number[] => {
      if (next >= first + count) {
        workers.delete(worker);
        void worker.terminate();
        if (workers.size === 0 && !over) finish();
        return [];
      }
      const seeds = Array.from({ length: Math.min(PORTION, first + count - next) }, (_, i) => next + i);
      next += seeds.length;
      worker.postMessage({ seeds });
      return seeds;
    };
    const take = (told: Told): void => {
      all.push(told);
      onTold?.(told);
      if (stopAtFirst && told.oracle !== undefined) finish();
    };
    const hire = (): void => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { mutant } });
      workers.add(worker);
      let waiting: number[] = [];
      let dog: NodeJS.Timeout | undefined;
      const watch = (): void => {
        clearTimeout(dog);
        if (waiting.length > 0) dog = setTimeout(bark, PATIENCE_MS);
      };
      const bark = (): void => {
        workers.delete(worker);
        void worker.terminate();
        const seed = waiting[0] ?? 0;
        take({ seed, oracle: 'liveness', text: 'this world never ends', rounds: 0, acts: 0 });
        if (!over) hire();
      };
      worker.on('error', reject);
      worker.on('message', (said: Told | 'idle') => {
        if (over) return;
        if (said === 'idle') waiting = [...feed(worker)];
        else {
          waiting.shift();
          take(said);
        }
        watch();
      });
    };
    for (let i = 0; i < Math.min(jobs, count); i++) hire();
  });
