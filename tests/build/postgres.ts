import { afterAll, beforeAll } from 'vitest';
import { type PostgresServer, startPostgres } from './start-postgres.ts';

/** A PostgreSQL for all tests of this file. */
export const withPostgres = (): PostgresServer => {
  let started: Awaited<ReturnType<typeof startPostgres>> | undefined;
  const it = (): PostgresServer => {
    if (!started) throw new Error('PostgreSQL runs only while tests do');
    return started;
  };
  beforeAll(async () => {
    started = await startPostgres();
  }, 60_000);
  afterAll(async () => started?.remove());
  return { freshUrl: () => it().freshUrl(), crash: () => it().crash(), stop: () => it().stop(), start: () => it().start() };
};
