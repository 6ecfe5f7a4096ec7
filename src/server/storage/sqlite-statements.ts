import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Scope } from '#domain/ids';
import type { Need, Patch, Row } from '#domain/record';
import type { Feed } from '#domain/record-store';
import { mergeStamps } from '#domain/records';
import type { Counter } from './server-store.ts';

const COLUMNS = 'kind, id, v, body, stamps, seq, deleted';
const SQL = {
  one: `SELECT ${COLUMNS} FROM rows WHERE scope = ? AND kind = ? AND id = ?`,
  kind: `SELECT ${COLUMNS} FROM rows WHERE scope = ? AND kind = ? AND deleted = 0 ORDER BY id`,
  feed: `SELECT ${COLUMNS} FROM rows WHERE scope = ? AND seq > ? ORDER BY seq LIMIT ?`,
  latest: `SELECT ${COLUMNS} FROM rows WHERE scope = ? AND kind = ? AND seq <= ? ORDER BY seq DESC LIMIT 1`,
  scopes: 'SELECT DISTINCT scope FROM rows WHERE scope >= ? AND scope < ? AND deleted = 0 ORDER BY scope',
  head: 'SELECT scope, seq, safe FROM counters WHERE scope = ?',
  heads: 'SELECT scope, seq, safe FROM counters ORDER BY scope',
  unsafe: 'SELECT scope, seq, safe FROM counters WHERE safe < seq ORDER BY scope',
  count: 'INSERT INTO counters (scope, seq) VALUES (?, 1) ON CONFLICT (scope) DO UPDATE SET seq = seq + 1 RETURNING seq',
  countBack: 'INSERT INTO counters (scope, seq) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET seq = max(seq, excluded.seq)',
  markSafe: 'UPDATE counters SET safe = max(safe, ?) WHERE scope = ?',
  forgetSafe: 'UPDATE counters SET safe = 0',
  write: `INSERT INTO rows (scope, ${COLUMNS}, removed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, kind, id)
    DO UPDATE SET v = excluded.v, body = excluded.body, stamps = excluded.stamps, seq = excluded.seq, deleted = excluded.deleted,
      removed_at = excluded.removed_at WHERE excluded.seq > seq`,
  forgetRemoved: 'DELETE FROM rows WHERE deleted = 1 AND removed_at < ?',
  facts: 'SELECT key, value FROM meta',
  meta: 'SELECT value FROM meta WHERE key = ?',
  firstMeta: 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = value RETURNING value',
  setMeta: 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
} as const;

/** The statements of this engine, prepared on first use. */
export type Statements = (name: keyof typeof SQL) => StatementSync;

export const statements = (db: DatabaseSync): Statements => {
  const prepared = new Map<string, StatementSync>();
  return (name) => {
    const known = prepared.get(name) ?? db.prepare(SQL[name]);
    prepared.set(name, known);
    return known;
  };
};

export const load = (sql: Statements, { scope, kind, id }: Need): readonly Row[] => {
  if (id === undefined)
    return sql('kind')
      .all(scope, kind)
      .map((columns) => toRow(scope, columns));
  const columns = sql('one').get(scope, kind, id);
  return columns ? [toRow(scope, columns)] : [];
};

export const feed = (sql: Statements, scope: Scope, cursor: number, limit: number): Feed => {
  const found = sql('feed')
    .all(scope, cursor, limit + 1)
    .map((columns) => toRow(scope, columns));
  const rows = found.slice(0, limit);
  return { rows, cursor: rows.at(-1)?.seq ?? cursor, more: found.length > limit };
};

/** Writes a patch as the next row of its scope. */
export const write = (sql: Statements, patch: Patch, now: number): void => {
  const { scope, kind, id, body, stamps } = patch;
  const before = sql('one').get(scope, kind, id);
  const merged = mergeStamps(before && toRow(scope, before).stamps, stamps);
  const seq = Number(sql('count').get(scope)?.['seq'] ?? 0);
  writeRow(sql, { scope, kind, id, v: 1, body, stamps: merged, seq, deleted: body === null }, now);
};

/** Puts a row in its place, unless there is a later one. */
export const writeRow = (sql: Statements, { scope, kind, id, v, body, stamps, seq, deleted }: Row, now: number): void => {
  const texts = [JSON.stringify(body), JSON.stringify(stamps)] as const;
  sql('write').run(scope, kind, id, v, ...texts, seq, deleted ? 1 : 0, deleted ? now : null);
};

export const toRow = (scope: Scope, columns: ReturnType<StatementSync['get']>): Row => ({
  scope,
  kind: String(columns?.['kind']),
  id: String(columns?.['id']),
  v: Number(columns?.['v']),
  body: JSON.parse(String(columns?.['body'])),
  stamps: JSON.parse(String(columns?.['stamps'])),
  seq: Number(columns?.['seq']),
  deleted: columns?.['deleted'] === 1,
});

export const toCounter = (columns: ReturnType<StatementSync['get']>): Counter => ({
  scope: String(columns?.['scope']) as Scope,
  seq: Number(columns?.['seq']),
  safe: Number(columns?.['safe']),
});
