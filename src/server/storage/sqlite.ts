import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#base/ambient';
import type { Scope } from '#domain/ids';
import type { Need, Patch, Records } from '#domain/record';
import type { RecordStore, Verdict } from '#domain/record-store';
import { overlayOf } from '#domain/records';
import { STORAGE_FULL, storageError } from '#domain/storage-error';
import { type Listeners, listeners } from './listeners.ts';
import type { ServerStore } from './server-store.ts';
import { migrate } from './sqlite-schema.ts';
import { feed, load, type Statements, statements, toCounter, toRow, write, writeRow } from './sqlite-statements.ts';

interface SqliteOptions {
  readonly path: string;
  /** Called once when the disk cannot be trusted any more: the process must end, a write reported as failed may still be there. */
  readonly onFatal: (error: Error) => void;
  /** The file may not grow beyond so many pages of 4 KiB (default: as the disk allows). */
  readonly maxPages?: number;
  readonly clock?: Clock;
}

/** A judgement that waits for the next commit. `settle` tells its caller, after the commit, what became of it. */
interface Waiting {
  readonly needs: readonly Need[];
  readonly rule: (records: Records) => Verdict<unknown>;
  readonly settle: (outcome: Outcome) => void;
}
type Outcome = { readonly answer: unknown; readonly patches: readonly Patch[] } | { readonly error: unknown };

// Result codes of SQLite (sqlite.org/rescode.html).
const BUSY = 5;
const FULL = 13;
// NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB: of the file or the machine, never of one judgement.
const OF_THE_ENGINE: readonly (number | undefined)[] = [7, 8, 10, 11, FULL, 14, 26];

/** An open file: what the parts of this engine share. */
interface Opened {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly sql: Statements;
  readonly clock: Clock;
  readonly watchers: Listeners;
  /** Runs `work` in one transaction of its own; a failure is told apart (full, busy, fatal) and thrown on. */
  transact<T>(work: () => T): T;
}

/**
 * The embedded engine: node:sqlite, WAL, synchronous=FULL, one writer. Judgements asked for in one turn of the event loop share one
 * transaction and one fsync (a savepoint each); nothing asynchronous happens inside it. Throws when the file cannot be opened.
 */
export const openSqliteStore = ({ path, onFatal, maxPages, clock = Date.now }: SqliteOptions): ServerStore => {
  const db = new DatabaseSync(path, { timeout: 5000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;');
  // What a killed process had written but not fsynced is in memory only, and reads like what is kept: a device that sends it again is told
  // it is, and no commit follows. A checkpoint brings it to the disk first.
  db.exec('PRAGMA wal_checkpoint(PASSIVE)');
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);
  migrate(db);
  const opened: Opened = { db, path, clock, sql: statements(db), watchers: listeners(), transact: transactions(db, onFatal) };
  const { judge, flush } = groupCommit(opened);
  const close = async (): Promise<void> => {
    flush();
    if (db.isOpen) db.close();
  };
  return { judge, ...reading(opened), ...administration(opened), close };
};

const transactions = (db: DatabaseSync, onFatal: (error: Error) => void): Opened['transact'] => {
  let broken: Error | undefined;
  const failed = (error: unknown): Error => {
    if (db.isTransaction) db.exec('ROLLBACK');
    if (errorCode(error) === FULL) return storageError(STORAGE_FULL, error);
    const cause = error instanceof Error ? error : new Error(String(error));
    if (errorCode(error) === BUSY) return cause;
    broken = cause;
    onFatal(broken);
    return broken;
  };
  return (work) => {
    if (broken) throw broken;
    try {
      db.exec('BEGIN IMMEDIATE');
      const done = work();
      db.exec('COMMIT');
      return done;
    } catch (error) {
      throw failed(error);
    }
  };
};

const groupCommit = ({ db, sql, clock, watchers, transact }: Opened): Pick<RecordStore, 'judge'> & { readonly flush: () => void } => {
  let queue: Waiting[] = [];

  const commit = (batch: readonly Waiting[]): readonly Outcome[] => {
    try {
      return transact(() => batch.map((waiting) => judgeOne(db, sql, waiting, clock())));
    } catch (error) {
      return batch.map(() => ({ error }));
    }
  };

  const flush = (): void => {
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    const outcomes = commit(batch);
    batch.forEach((waiting, i) => {
      waiting.settle(outcomes[i] ?? { error: new Error('unreachable') });
    });
    watchers.tell(outcomes.flatMap((outcome) => ('patches' in outcome ? outcome.patches.map(({ scope }) => scope) : [])));
  };

  const judge = <T>(needs: readonly Need[], rule: (records: Records) => Verdict<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (queue.length === 0) setImmediate(flush);
      const settle = (outcome: Outcome): void => ('error' in outcome ? reject(outcome.error) : resolve(outcome.answer as T));
      queue.push({ needs, rule, settle });
    });

  return { judge, flush };
};

const reading = ({ db, sql, watchers }: Opened): Omit<RecordStore, 'judge' | 'close'> => ({
  read: async (needs) => consistently(db, () => overlayOf(needs.flatMap((need) => load(sql, need)))),
  feed: async (scope, cursor, limit) => feed(sql, scope, cursor, limit),
  heads: async (scopes) =>
    new Map(
      scopes.flatMap((scope) =>
        sql('head')
          .all(scope)
          .map((columns) => [scope, toCounter(columns)]),
      ),
    ),
  latest: async (scope, kind, upTo) => {
    const columns = sql('latest').get(scope, kind, upTo);
    return columns && toRow(scope, columns);
  },
  scopes: async (letter) =>
    sql('scopes')
      .all(`${letter}:`, `${letter};`)
      .map((columns) => columns['scope'] as Scope),
  watch: watchers.add,
});

const administration = ({ path, sql, clock, transact }: Opened): Omit<ServerStore, keyof RecordStore> => ({
  meta: async (key) => sql('meta').get(key)?.['value'] as string | undefined,
  setMeta: async (key, value) => {
    sql('setMeta').run(key, value);
  },
  firstMeta: async (key, value) => String(sql('firstMeta').get(key, value)?.['value']),
  look: async (at) => {
    // A connection of its own: its transaction stays at one moment while the writer goes on (WAL).
    const own = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    const look = statements(own);
    try {
      own.exec('BEGIN');
      return await at({
        counters: async (which) =>
          look(which === 'all' ? 'heads' : 'unsafe')
            .all()
            .map(toCounter),
        feed: async (scope, cursor, limit) => feed(look, scope, cursor, limit),
        facts: async () =>
          Object.fromEntries(
            look('facts')
              .all()
              .map((columns) => [columns['key'], String(columns['value'])]),
          ),
      });
    } finally {
      own.close();
    }
  },
  markSafe: async (backup, points) =>
    transact(() => {
      if (sql('meta').get('backup')?.['value'] !== backup) return false;
      for (const { scope, seq } of points) sql('markSafe').run(seq, scope);
      return true;
    }),
  beginSafe: async (backup) =>
    transact(() => {
      sql('setMeta').run('backup', backup);
      sql('forgetSafe').run();
    }),
  putBack: async (rows, counters) =>
    transact(() => {
      for (const row of rows) writeRow(sql, row, clock());
      for (const { scope, seq } of counters) sql('countBack').run(scope, seq);
    }),
  forgetRemoved: async (time) => transact(() => Number(sql('forgetRemoved').run(time).changes)),
});

// An error of the rule or of its patches undoes this judgement only; an error of the engine is thrown on and undoes the batch.
const judgeOne = (db: DatabaseSync, sql: Statements, { needs, rule }: Waiting, now: number): Outcome => {
  db.exec('SAVEPOINT judgement');
  try {
    const { patches, answer } = rule(overlayOf(needs.flatMap((need) => load(sql, need))));
    for (const patch of patches) write(sql, patch, now);
    db.exec('RELEASE judgement');
    return { answer, patches };
  } catch (error) {
    if (OF_THE_ENGINE.includes(errorCode(error)) || !db.isTransaction) throw error;
    db.exec('ROLLBACK TO judgement; RELEASE judgement');
    return { error };
  }
};

// Another process (the cli) may write between two statements; a read transaction sees one moment.
const consistently = <T>(db: DatabaseSync, look: () => T): T => {
  db.exec('BEGIN');
  try {
    return look();
  } finally {
    db.exec('COMMIT');
  }
};

const errorCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
