import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '#base/ambient';
import type { Scope } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { Verdict } from '#domain/record-store';
import { type Asked, type Committed, judgeBatch, type Outcome } from './postgres-batch.ts';
import { meaningOf, named } from './postgres-errors.ts';
import { isUnlocked } from './postgres-locks.ts';
import type { Asks } from './postgres-reads.ts';

interface Waiting extends Asked {
  readonly settle: (outcome: Outcome) => void;
}

interface WriterOptions {
  /** Of one connection: this process has one transaction at a time. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly patienceMs: number;
  readonly committed: (scopes: readonly Scope[]) => void;
}

export interface Writer {
  judge<T>(needs: readonly Need[], rule: (records: Records) => Verdict<T>): Promise<T>;
  /** Administration: some statements in a transaction of their own, tried again like judgements; they must be safe to repeat. */
  alone<T>(work: (client: Asks) => Promise<T>): Promise<T>;
  /** Resolves when everything asked for is settled. */
  close(): Promise<void>;
}

const MOST_AT_ONCE = 256;

/** Group commit: what is asked for while a transaction runs shares the next one. */
export const openWriter = (options: WriterOptions): Writer => {
  let queue: Waiting[] = [];
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    // What is asked for in one turn of the event loop belongs together.
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const batch = queue.slice(0, MOST_AT_ONCE);
      queue = queue.slice(MOST_AT_ONCE);
      const outcomes = await settleBatch(options, batch);
      batch.forEach((waiting, i) => {
        waiting.settle(outcomes[i] ?? { error: new Error('unreachable') });
      });
    }
    running = undefined;
  };

  return {
    judge: <T>(needs: readonly Need[], rule: (records: Records) => Verdict<T>) =>
      new Promise<T>((resolve, reject) => {
        const settle = (outcome: Outcome): void => ('error' in outcome ? reject(outcome.error) : resolve(outcome.answer as T));
        queue.push({ needs, rule, settle });
        running ??= run();
      }),
    alone: (work) =>
      untilDone(options, async (client) => {
        await client.query('BEGIN; SET LOCAL synchronous_commit = on');
        const done = await work(client);
        await client.query('COMMIT');
        return done;
      }),
    close: async () => {
      await running;
    },
  };
};

const settleBatch = async (options: WriterOptions, batch: readonly Waiting[]): Promise<readonly Outcome[]> => {
  try {
    const { outcomes, scopes } = await judgeUntilDone(options, batch);
    options.committed(scopes);
    return outcomes;
  } catch (error) {
    // A value the database cannot take (or a bug) undoes the whole transaction: each alone, so that only the culprit is refused.
    const meaning = meaningOf(error);
    if (batch.length === 1 || meaning === 'away' || meaning === 'full') return batch.map(() => ({ error: named(error) }));
    const each: Outcome[] = [];
    for (const waiting of batch) each.push(...(await settleBatch(options, [waiting])));
    return each;
  }
};

const judgeUntilDone = (options: WriterOptions, batch: readonly Asked[]): Promise<Committed> => {
  let alsoLock: readonly Scope[] = [];
  return untilDone(options, async (client, committing) => {
    try {
      return await judgeBatch(client, batch, { alsoLock, now: options.clock(), committing });
    } catch (error) {
      if (isUnlocked(error)) alsoLock = [...alsoLock, ...error.scopes];
      throw error;
    }
  });
};

/**
 * Runs a transaction until it is durable. Lost races are run again; so is what a vanished connection cut before `committing` was called:
 * nothing of it is stored. After that nobody knows, and the caller is told so: what devices send again is recognised by its number.
 */
const untilDone = async <T>(
  { pool, patienceMs }: WriterOptions,
  transaction: (client: PoolClient, committing: () => void) => Promise<T>,
): Promise<T> => {
  const end = performance.now() + patienceMs;
  for (let attempt = 0; ; attempt++) {
    let unsure = false;
    let client: PoolClient | undefined;
    try {
      client = await pool.connect();
      const done = await transaction(client, () => {
        unsure = true;
      });
      client.release();
      return done;
    } catch (error) {
      const meaning = meaningOf(error);
      const mayGoOn = isUnlocked(error) || meaning === 'again' || (meaning === 'away' && !unsure);
      await giveBack(client, meaning === 'away');
      if (!mayGoOn || performance.now() > end) throw error;
      // Chance keeps two processes from meeting again at the same step.
      await delay(Math.random() * Math.min(10 * 2 ** attempt, 500));
    }
  }
};

const giveBack = async (client: PoolClient | undefined, gone: boolean): Promise<void> => {
  if (!client) return;
  if (gone) return client.release(true);
  await client.query('ROLLBACK').then(
    () => client.release(),
    () => client.release(true),
  );
};
