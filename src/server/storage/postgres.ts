import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Clock } from '#base/ambient';
import type { Scope } from '#domain/ids';
import type { Row } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import { overlayOf } from '#domain/records';
import { keptRows } from './kept-rows.ts';
import { meaningOf, named } from './postgres-errors.ts';
import { type Asks, counters, facts, feed, heads, latest, loadInto, scopesOf } from './postgres-reads.ts';
import { migrate } from './postgres-schema.ts';
import { watchWrites } from './postgres-watch.ts';
import { openWriter } from './postgres-writer.ts';
import type { Counter, ServerStore } from './server-store.ts';

interface PostgresOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  readonly clock?: Clock;
  /** Milliseconds a question waits for a database that is away (restarting, failing over). */
  readonly patienceMs?: number;
}

const READERS = 8;

/**
 * PostgreSQL, and what speaks its language: several server processes may share one. Each process commits its judgements in groups, one
 * transaction at a time; counters locked in one order keep them in line with those of other processes. Rejects when the database cannot be
 * opened, is newer than this program, or may lose what it confirms.
 */
export const openPostgresStore = async ({ url, clock = Date.now, patienceMs = 5000 }: PostgresOptions): Promise<ServerStore> => {
  const shared = { connectionString: url, connectionTimeoutMillis: patienceMs, keepAlive: true, application_name: 'pepites' };
  const limits = { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 };
  const readers = quiet(new pg.Pool({ ...shared, ...limits, max: READERS }));
  const writers = quiet(new pg.Pool({ ...shared, ...limits, max: 1 }));
  try {
    await prepare(writers);
  } catch (error) {
    await Promise.all([readers.end(), writers.end()]);
    throw error;
  }
  const watching = watchWrites({ url, pool: readers });
  const writer = openWriter({ pool: writers, clock, patienceMs, committed: watching.tell });
  const patient = <T>(ask: (client: Asks) => Promise<T>): Promise<T> => patiently(() => ask(readers), patienceMs);
  let closing: Promise<unknown> | undefined;
  const end = async (): Promise<void> => {
    await writer.close();
    await watching.close();
    await Promise.all([readers.end(), writers.end()]);
  };
  const close = async (): Promise<void> => {
    closing ??= end();
    await closing;
  };
  return {
    judge: writer.judge,
    ...reading(patient),
    watch: watching.watch,
    ...administration({ patient, alone: writer.alone, pool: readers, clock }),
    close,
  };
};

// A connection that dies while it is idle, or between two statements, is told by the next statement on it; as an event it would end the process.
const quiet = (pool: pg.Pool): pg.Pool =>
  pool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));

const prepare = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ fsync: string | null }>("SELECT current_setting('fsync', true) AS fsync");
    if (rows[0]?.fsync === 'off') throw new Error('this PostgreSQL runs with fsync = off and may lose what it confirms');
    await again(() => migrate(client));
  } finally {
    client.release();
  }
};

// Two processes that make the first table at the same moment: one of them is told it exists.
const again = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (meaningOf(error) !== 'value' && !(error instanceof pg.DatabaseError && error.code === '42P07')) throw error;
    await work();
  }
};

/** Asks again while the database is away, for as long as a phone would wait. Only for questions that change nothing. */
const patiently = async <T>(ask: () => Promise<T>, patienceMs: number): Promise<T> => {
  const end = performance.now() + patienceMs;
  for (let wait = 50; ; wait = Math.min(wait * 2, 500)) {
    try {
      return await ask();
    } catch (error) {
      if (meaningOf(error) !== 'away' || performance.now() + wait > end) throw named(error);
      await delay(wait);
    }
  }
};

type Patient = <T>(ask: (client: Asks) => Promise<T>) => Promise<T>;

const reading = (patient: Patient): Omit<RecordStore, 'judge' | 'watch' | 'close'> => ({
  read: (needs) =>
    patient(async (client) => {
      const rows = keptRows();
      await loadInto(client, rows, needs);
      return overlayOf(rows.find(needs));
    }),
  feed: (scope, cursor, limit) => patient((client) => feed(client, scope, cursor, limit)),
  heads: (scopes) => patient(async (client) => new Map((await heads(client, scopes)).map((head) => [head.scope, head]))),
  latest: (scope, kind, upTo) => patient((client) => latest(client, scope, kind, upTo)),
  scopes: (letter) => patient((client) => scopesOf(client, letter)),
});

interface Administering {
  readonly patient: Patient;
  readonly alone: <T>(work: (client: Asks) => Promise<T>) => Promise<T>;
  readonly pool: pg.Pool;
  readonly clock: Clock;
}

const administration = ({ patient, alone, pool, clock }: Administering): Omit<ServerStore, keyof RecordStore> => ({
  meta: (key) => patient(async (client) => (await facts(client))[key]),
  setMeta: (key, value) =>
    alone(async (client) => {
      await client.query(SET_META, [key, value]);
    }),
  firstMeta: (key, value) =>
    alone(async (client) => {
      await client.query('INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING', [key, value]);
      return (await facts(client))[key] ?? value;
    }),
  look: async (at) => {
    const client = await pool.connect();
    try {
      // However long somebody looks at this moment, nothing is cut.
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0');
      return await at({
        counters: (which) => counters(client, which),
        feed: (scope, cursor, limit) => feed(client, scope, cursor, limit),
        facts: () => facts(client),
      });
    } finally {
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      );
    }
  },
  markSafe: (backup, points) =>
    alone(async (client) => {
      // Shared: whoever begins another one waits until this is said, or this sees the other.
      const { rows } = await client.query<{ value: string }>("SELECT value FROM meta WHERE key = 'backup' FOR SHARE");
      if (rows[0]?.value !== backup) return false;
      const text = `UPDATE counters SET safe = point.seq FROM unnest($1::text[], $2::bigint[]) AS point (scope, seq)
        WHERE counters.scope = point.scope AND counters.safe < point.seq`;
      await client.query(text, [...columnsOf(points)]);
      return true;
    }),
  beginSafe: (backup) =>
    alone(async (client) => {
      await client.query(SET_META, ['backup', backup]);
      await client.query('UPDATE counters SET safe = 0 WHERE safe > 0');
    }),
  putBack: (rows, points) => alone((client) => putBack(client, rows, points, clock())),
  forgetRemoved: (time) =>
    alone(async (client) => (await client.query('DELETE FROM rows WHERE deleted = 1 AND removed_at < $1', [time])).rowCount ?? 0),
});

const SET_META = 'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value';

type Points = readonly Pick<Counter, 'scope' | 'seq'>[];

const columnsOf = (points: Points): readonly [readonly Scope[], readonly number[]] => [
  points.map(({ scope }) => scope),
  points.map(({ seq }) => seq),
];

const PUT_BACK = `INSERT INTO rows AS held (scope, kind, id, v, body, stamps, seq, deleted, removed_at)
  SELECT scope, kind, id, v, body, stamps, seq, deleted, CASE deleted WHEN 1 THEN $9::bigint END
  FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::bigint[], $8::bigint[])
    AS made (scope, kind, id, v, body, stamps, seq, deleted)
  ON CONFLICT (scope, kind, id) DO UPDATE SET v = excluded.v, body = excluded.body, stamps = excluded.stamps, seq = excluded.seq,
    deleted = excluded.deleted, removed_at = excluded.removed_at WHERE excluded.seq > held.seq`;
const COUNT_BACK = `INSERT INTO counters (scope, seq) SELECT * FROM unnest($1::text[], $2::bigint[])
  ON CONFLICT (scope) DO UPDATE SET seq = greatest(counters.seq, excluded.seq)`;

const putBack = async (client: Asks, rows: readonly Row[], points: Points, now: number): Promise<void> => {
  const columns = [
    rows.map(({ scope }) => scope),
    rows.map(({ kind }) => kind),
    rows.map(({ id }) => id),
    rows.map(({ v }) => v),
    rows.map(({ body }) => JSON.stringify(body)),
    rows.map(({ stamps }) => JSON.stringify(stamps)),
    rows.map(({ seq }) => seq),
    rows.map(({ deleted }) => (deleted ? 1 : 0)),
  ];
  await client.query(PUT_BACK, [...columns, now]);
  await client.query(COUNT_BACK, [...columnsOf(points)]);
};
