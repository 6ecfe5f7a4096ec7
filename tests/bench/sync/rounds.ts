import { readFileSync } from 'node:fs';
import type { Carried } from './slow-line.ts';
import type { WorkEdit, WorkRecord } from './workload.ts';

/** One set of records and one client of a contender, empty at first. Nothing but `pull` and `push` is timed. */
export interface Client {
  /** Resolves when the records are here; says how many there are. */
  pull(): Promise<number>;
  /** Makes the edits while nothing is connected. */
  edit(edits: readonly WorkEdit[]): Promise<void>;
  /** Resolves when the server has acknowledged all of them. */
  push(): Promise<void>;
  close(): Promise<void>;
}

/** What one exchange cost. */
export interface Cost extends Carried {
  readonly ms: number;
}

export interface Round {
  readonly pull: Cost;
  readonly push: Cost;
}

/** The first round warms up and is not counted. */
export const ROUNDS = 4;

const env = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: npm run bench:sync starts this.`);
  return value;
};

/** The port to go to: the line's for a client, its own for a server. */
export const port = (): number => Number(env('BENCH_PORT'));
/** The folder that holds the peers and what they keep. */
export const scratch = (): string => env('BENCH_FOLDER');

export const workOf = (set: string): { readonly records: readonly WorkRecord[]; readonly edits: readonly WorkEdit[] } =>
  JSON.parse(readFileSync(`${scratch()}/work-${set}.json`, 'utf8'));

/** Asks the bench, which started this process, and waits for its answer. */
export const askBench = <T>(question: object): Promise<T> =>
  new Promise((resolve) => {
    process.once('message', (answer) => resolve(answer as T));
    process.send?.(question);
  });

const timed = async <T>(work: () => Promise<T>): Promise<{ readonly cost: Cost; readonly value: T }> => {
  const before = await askBench<Carried>({ type: 'carried' });
  const begun = performance.now();
  const value = await work();
  const ms = performance.now() - begun;
  const after = await askBench<Carried>({ type: 'carried' });
  return { cost: { ms, up: after.up - before.up, down: after.down - before.down }, value };
};

/** Goes through the rounds, each with records of its own, and tells the bench. */
export const runRounds = async (open: (set: string) => Promise<Client>): Promise<void> => {
  const rounds: Round[] = [];
  const sets = env('BENCH_SETS').split(',');
  for (const set of sets) {
    const client = await open(set);
    const { records, edits } = workOf(set);
    const pulled = await timed(() => client.pull());
    if (pulled.value !== records.length) throw new Error(`${pulled.value} records of ${records.length} have come`);
    await client.edit(edits);
    const pushed = await timed(() => client.push());
    await client.close();
    rounds.push({ pull: pulled.cost, push: pushed.cost });
  }
  process.once('SIGTERM', () => process.exit(0));
  process.send?.({ type: 'done', rounds: rounds.slice(1) });
};
