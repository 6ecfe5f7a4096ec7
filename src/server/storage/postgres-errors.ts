import { STORAGE_AWAY, STORAGE_FULL, storageError } from '#domain/storage-error';

/** What an error of PostgreSQL means for who asked (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export type Meaning =
  /** Nothing was written and the same may go through the next time: a lost race, a deadlock, a lock not had in time. */
  | 'again'
  /** The connection or the server is gone. */
  | 'away'
  | 'full'
  /** The database cannot take this value: only who sent it is concerned. */
  | 'value'
  | 'other';

const AGAIN = ['40001', '40P01', '55P03'];
// Lost, shutting down or starting, too many connections, a standby that cannot write yet, cut for being idle too long.
const AWAY = /^(?:08|57P|53300|25006|25P03)/;
const VALUE = /^(?:22|23|54)/;

export const meaningOf = (error: unknown): Meaning => {
  const code = codeOf(error);
  // No code of PostgreSQL's: the driver or the network speaks.
  if (code === undefined || NETWORK.test(code)) return isOfTheNetwork(error) ? 'away' : 'other';
  if (AGAIN.includes(code)) return 'again';
  if (AWAY.test(code)) return 'away';
  if (code === '53100') return 'full';
  return VALUE.test(code) ? 'value' : 'other';
};

/** The error under the name callers know. */
export const named = (error: unknown): Error => {
  const meaning = meaningOf(error);
  if (meaning === 'full') return storageError(STORAGE_FULL, error);
  if (meaning === 'away' || meaning === 'again') return storageError(STORAGE_AWAY, error);
  return error instanceof Error ? error : new Error(String(error));
};

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

// ECONNREFUSED, EPIPE and their like; no class of SQLSTATE begins with an E.
const NETWORK = /^E[A-Z_]+$/;
const DRIVER = /terminated|timeout|not queryable|closed|Cannot use a pool|read-only/i;

const isOfTheNetwork = (error: unknown): boolean =>
  NETWORK.test(codeOf(error) ?? '') ||
  (error instanceof AggregateError && error.errors.some(isOfTheNetwork)) ||
  (error instanceof Error && DRIVER.test(error.message));
