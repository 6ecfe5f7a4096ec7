import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Scope } from '#domain/ids';
import type { Need, Patch, Records, Row } from '#domain/record';
import type { Verdict } from '#domain/record-store';
import { mergeStamps, overlayOf } from '#domain/records';
import { type ServerStore, STORAGE_FULL } from './server-store.ts';
import { migrate } from './sqlite-migrations.ts';

interface SqliteOptions {
  readonly path: string;
  /** Called once when the disk cannot be trusted any more: the process must end, a write reported as failed may still be there. */
  readonly onFatal: (error: Error) => void;
  /** The file may not grow beyond so many pages of 4 KiB (default: as the disk allows). */
  readonly maxPages?: number;
}

/** A judgement that waits for the next commit. `settle` tells its caller, after the commit, what became of it. */
interface Waiting {
  readonly needs: readonly Need[];
  readonly rule: (records: Records) => Verdict<unknown>;
  readonly settle: (outcome: Outcome) => void;
}
type Outcome = { readonly answer: unknown } | { readonly error: unknown };

// Result codes of SQLite (sqlite.org/rescode.html).
const BUSY = 5;
const FULL = 13;
// NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB: of the file or the machine, never of one judgement.
const OF_THE_ENGINE: readonly (number | undefined)[] = [7, 8, 10, 11, FULL, 14, 26];

/**
 * The embedded engine: node:sqlite, WAL, synchronous=FULL, one writer. Judgements asked for in one turn of the event loop share one
 * transaction and one fsync (a savepoint each); nothing asynchronous happens inside it. Throws when the file cannot be opened.
 */
export const openSqliteStore = ({ path, onFatal, maxPages }: SqliteOptions): ServerStore => {
  const db = new DatabaseSync(path, { timeout: 5000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;');
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);
  migrate(db);
  const sql = statements(db);
  let queue: Waiting[] = [];
  let broken: Error | undefined;

  const fail = (error: unknown): Error => {
    if (db.isTransaction) db.exec('ROLLBACK');
    if (errorCode(error) === FULL) return Object.assign(new Error('the disk is full', { cause: error }), { name: STORAGE_FULL });
    const cause = error instanceof Error ? error : new Error(String(error));
    if (errorCode(error) === BUSY) return cause;
    broken = cause;
    onFatal(broken);
    return broken;
  };

  const commit = (batch: readonly Waiting[]): readonly Outcome[] => {
    try {
      db.exec('BEGIN IMMEDIATE');
      const outcomes = batch.map((waiting) => judgeOne(db, sql, waiting));
      db.exec('COMMIT');
      return outcomes;
    } catch (error) {
      const cause = fail(error);
      return batch.map(() => ({ error: cause }));
    }
  };

  const flush = (): void => {
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    const outcomes = broken ? batch.map(() => ({ error: broken })) : commit(batch);
    batch.forEach((waiting, i) => {
      waiting.settle(outcomes[i] ?? { error: new Error('unreachable') });
    });
  };

  const enqueue = <T>(needs: readonly Need[], rule: (records: Records) => Verdict<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (queue.length === 0) setImmediate(flush);
      const settle = (outcome: Outcome): void => ('error' in outcome ? reject(outcome.error) : resolve(outcome.answer as T));
      queue.push({ needs, rule, settle });
    });

  return {
    judge: enqueue,
    read: async (needs) => consistently(db, () => overlayOf(needs.flatMap((need) => load(sql, need)))),
    feed: async (scope, cursor, limit) => {
      const found = sql.feed.all(scope, cursor, limit + 1).map((columns) => toRow(scope, columns));
      const rows = found.slice(0, limit);
      return { rows, cursor: rows.at(-1)?.seq ?? cursor, more: found.length > limit };
    },
    scopes: async (letter) => sql.scopes.all(`${letter}:`, `${letter};`).map((columns) => columns['scope'] as Scope),
    meta: async (key) => sql.meta.get(key)?.['value'] as string | undefined,
    setMeta: async (key, value) => {
      sql.setMeta.run(key, value);
    },
    close: async () => {
      flush();
      if (db.isOpen) db.close();
    },
  };
};

type Statements = { readonly [name in keyof typeof SQL]: StatementSync };

const COLUMNS = 'kind, id, v, body, stamps, seq, deleted';
const SQL = {
  one: `SELECT ${COLUMNS} FROM rows WHERE scope = ? AND kind = ? AND id = ?`,
  kind: `SELECT ${COLUMNS} FROM rows WHERE scope = ? AND kind = ? AND deleted = 0 ORDER BY id`,
  feed: `SELECT ${COLUMNS} FROM rows WHERE scope = ? AND seq > ? ORDER BY seq LIMIT ?`,
  scopes: 'SELECT DISTINCT scope FROM rows WHERE scope >= ? AND scope < ? AND deleted = 0 ORDER BY scope',
  count: 'INSERT INTO counters (scope, seq) VALUES (?, 1) ON CONFLICT (scope) DO UPDATE SET seq = seq + 1 RETURNING seq',
  write: `INSERT INTO rows (scope, ${COLUMNS}) VALUES (?, ?, ?, 1, ?, ?, ?, ?) ON CONFLICT (scope, kind, id)
    DO UPDATE SET v = excluded.v, body = excluded.body, stamps = excluded.stamps, seq = excluded.seq, deleted = excluded.deleted`,
  meta: 'SELECT value FROM meta WHERE key = ?',
  setMeta: 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
} as const;

const statements = (db: DatabaseSync): Statements =>
  Object.fromEntries(Object.entries(SQL).map(([name, text]) => [name, db.prepare(text)])) as Statements;

// An error of the rule or of its patches undoes this judgement only; an error of the engine is thrown on and undoes the batch.
const judgeOne = (db: DatabaseSync, sql: Statements, { needs, rule }: Waiting): Outcome => {
  db.exec('SAVEPOINT judgement');
  try {
    const { patches, answer } = rule(overlayOf(needs.flatMap((need) => load(sql, need))));
    for (const patch of patches) write(sql, patch);
    db.exec('RELEASE judgement');
    return { answer };
  } catch (error) {
    if (OF_THE_ENGINE.includes(errorCode(error)) || !db.isTransaction) throw error;
    db.exec('ROLLBACK TO judgement; RELEASE judgement');
    return { error };
  }
};

const load = (sql: Statements, { scope, kind, id }: Need): readonly Row[] => {
  if (id === undefined) return sql.kind.all(scope, kind).map((columns) => toRow(scope, columns));
  const columns = sql.one.get(scope, kind, id);
  return columns ? [toRow(scope, columns)] : [];
};

const write = (sql: Statements, { scope, kind, id, body, stamps }: Patch): void => {
  const before = sql.one.get(scope, kind, id);
  const merged = mergeStamps(before && toRow(scope, before).stamps, stamps);
  const seq = sql.count.get(scope)?.['seq'] ?? 0;
  sql.write.run(scope, kind, id, JSON.stringify(body), JSON.stringify(merged), seq, body === null ? 1 : 0);
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

const toRow = (scope: Scope, columns: ReturnType<StatementSync['get']>): Row => ({
  scope,
  kind: String(columns?.['kind']),
  id: String(columns?.['id']),
  v: Number(columns?.['v']),
  body: JSON.parse(String(columns?.['body'])),
  stamps: JSON.parse(String(columns?.['stamps'])),
  seq: Number(columns?.['seq']),
  deleted: columns?.['deleted'] === 1,
});

const errorCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
