import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Scope, scopeOf } from '#domain/ids';
import type { Patch } from '#domain/record';
import { openPostgresStore } from '#server/storage/postgres';
import { meaningOf } from '#server/storage/postgres-errors';
import { migrate, schemaVersion } from '#server/storage/postgres-schema';
import { withPostgres } from '../../build/postgres.ts';
import { recordStoreContract } from '../../contracts/record-store.contract.ts';
import { type Migrated, schemaStepsContract } from '../../contracts/schema-steps.contract.ts';
import { sharedStoreContract } from '../../contracts/shared-store.contract.ts';

const postgres = withPostgres();
const open = (url: string) => openPostgresStore({ url });
const opened = async (url: string) => {
  const store = await open(url);
  onTestFinished(() => store.close());
  return store;
};
const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end().catch(() => undefined));
  return client.on('error', () => undefined);
};

const migrated = async (url: string): Promise<Migrated> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = `SELECT relname, relkind FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname NOT LIKE 'schema_version%'
    ORDER BY relname`;
  return {
    version: () => schemaVersion(client),
    to: (target) => migrate(client, target),
    rows: async (sql) => (await client.query<object>(sql)).rows,
    schema: async () => (await client.query(tables)).rows,
    close: () => client.end(),
  };
};

const freshPlace = () => postgres.freshUrl();
recordStoreContract('PostgreSQL', async () => open(await freshPlace()));
sharedStoreContract('PostgreSQL', { name: 'postgres', freshPlace, open });
schemaStepsContract('PostgreSQL', { freshPlace, open, migrated });

const scope = scopeOf('p', 'someone');
const aPatch = (id: string, where: Scope = scope): Patch => ({ scope: where, kind: 'person', id, body: { id } });
const writing =
  (...patches: readonly Patch[]) =>
  () => ({ patches, answer: undefined });

describe('PostgreSQL store', () => {
  it('has every acknowledged write after its server has crashed and come back, and goes on by itself', async () => {
    const store = await opened(await freshPlace());
    const acknowledged: string[] = [];
    const end = new AbortController();
    const writeOn = async (who: number): Promise<void> => {
      for (let i = 0; !end.signal.aborted; i++) {
        const id = `${who}-${i}`;
        const done = await store.judge([{ scope, kind: 'person', id }], () => ({ patches: [aPatch(id)], answer: true })).catch(() => false);
        if (done) acknowledged.push(id);
      }
    };
    const writers = [0, 1, 2, 3].map(writeOn);
    for (let crash = 0; crash < 2; crash++) {
      const before = acknowledged.length;
      while (acknowledged.length < before + 40) await new Promise(setImmediate);
      await postgres.crash();
    }
    const after = acknowledged.length;
    while (acknowledged.length < after + 40) await new Promise(setImmediate);
    end.abort();
    await Promise.all(writers);
    const { rows } = await store.feed(scope, 0, 1_000_000);
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
  });

  it('answers with an error of its own name when its server stays away, and again when it is back', async () => {
    const store = await openPostgresStore({ url: await freshPlace(), patienceMs: 100 });
    onTestFinished(() => store.close());
    await store.judge([], writing(aPatch('before')));
    await postgres.stop();
    await expect(store.judge([], writing(aPatch('while')))).rejects.toMatchObject({ name: 'StorageAway' });
    await expect(store.feed(scope, 0, 10)).rejects.toMatchObject({ name: 'StorageAway' });
    await postgres.start();
    await store.judge([], writing(aPatch('after')));
    expect((await store.feed(scope, 0, 10)).rows.map(({ id }) => id)).toEqual(['before', 'after']);
  });

  it('runs again, unseen by who asked, what a lost connection has cut', async () => {
    const url = await freshPlace();
    const [store, other, admin] = [await opened(url), await connected(url), await connected(url)];
    await store.judge([], writing(aPatch('first')));
    await other.query('BEGIN; SELECT * FROM counters FOR UPDATE');
    const waiting = store.judge([{ scope, kind: 'person' }], (records) => ({
      patches: [aPatch('second')],
      answer: records.list(scope, 'person').length,
    }));
    const blocked = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%counters%'";
    let pids: number[] = [];
    while (pids.length === 0) pids = (await admin.query<{ pid: number }>(blocked)).rows.map(({ pid }) => pid);
    for (const pid of pids) await admin.query('SELECT pg_terminate_backend($1)', [pid]);
    await other.query('COMMIT');
    expect(await waiting).toBe(1);
    expect((await store.feed(scope, 0, 10)).rows.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('refuses only the judgement whose value it cannot keep, among many of one commit', async () => {
    const store = await opened(await freshPlace());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, (_, i) => store.judge([], writing(aPatch(i === 4 ? 'zero \u0000 byte' : `r${i}`)))),
    );
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(Array.from({ length: 9 }, (_, i) => i !== 4));
    expect((await store.feed(scope, 0, 20)).rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('leaves no counter behind of a scope that was only looked at', async () => {
    const url = await freshPlace();
    const [store, other] = [await opened(url), await connected(url)];
    await store.judge([{ scope: scopeOf('k', 'guess'), kind: 'card', id: 'card' }], () => ({ patches: [], answer: 0 }));
    expect((await other.query('SELECT * FROM counters')).rows).toEqual([]);
  });

  it('lets two processes read one catalogue at once, and one of them write to it', async () => {
    const url = await freshPlace();
    const [left, right] = [await opened(url), await opened(url)];
    const catalogue = scopeOf('c', 'network');
    await left.judge([], writing(aPatch('mould', catalogue)));
    const claim = (i: number) => {
      const own = scopeOf('p', `p${i}`);
      return (i % 2 ? left : right).judge([{ scope: catalogue, kind: 'person' }], (records) => ({
        patches: i === 7 ? [aPatch('issuer', catalogue)] : [aPatch('badge', own)],
        answer: records.list(catalogue, 'person').length,
      }));
    };
    const seen = await Promise.all(Array.from({ length: 20 }, (_, i) => claim(i)));
    expect(seen.every((count) => count === 1 || count === 2)).toBe(true);
    expect((await left.heads([catalogue])).get(catalogue)?.seq).toBe(2);
  });

  it('tells one process what another has written', async () => {
    const url = await freshPlace();
    const [left, right] = [await opened(url), await opened(url)];
    const told: (readonly Scope[])[] = [];
    right.watch((scopes) => told.push(scopes));
    // The first hints may come before the listening connection stands: they are hints.
    for (let i = 0; told.length === 0; i++) await left.judge([], writing(aPatch(`r${i}`)));
    expect(told[0]).toEqual([scope]);
  });

  it('is not opened where it may lose what it confirms, nor where nobody answers', async () => {
    const url = await freshPlace();
    const admin = await connected(url);
    await admin.query("ALTER SYSTEM SET fsync = 'off'");
    await admin.query('SELECT pg_reload_conf()');
    onTestFinished(async () => {
      await admin.query('ALTER SYSTEM RESET fsync');
      await admin.query('SELECT pg_reload_conf()');
    });
    await expect(open(url)).rejects.toThrow('fsync');
    await expect(openPostgresStore({ url: 'postgres://nobody@127.0.0.1:1/none', patienceMs: 100 })).rejects.toThrow();
  });

  it.each([
    [{ code: '40001' }, 'again'],
    [{ code: '40P01' }, 'again'],
    [{ code: '57P01' }, 'away'],
    [{ code: 'ECONNREFUSED' }, 'away'],
    [{ code: '25006' }, 'away'],
    [{ code: '53100' }, 'full'],
    [{ code: '22021' }, 'value'],
    [{ code: '42P01' }, 'other'],
  ])('knows what %o means', (error, meaning) => {
    expect(meaningOf(Object.assign(new Error('said by PostgreSQL'), error))).toBe(meaning);
  });
});
