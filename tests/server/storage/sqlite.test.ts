import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { scopeOf } from '#domain/ids';
import type { Patch } from '#domain/record';
import { openSqliteStore } from '#server/storage/sqlite';
import { migrate, schemaVersion } from '#server/storage/sqlite-schema';
import { recordStoreContract } from '../../contracts/record-store.contract.ts';
import { type Migrated, schemaStepsContract } from '../../contracts/schema-steps.contract.ts';
import { sharedStoreContract } from '../../contracts/shared-store.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'pepites-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const freshPath = (): string => join(folder, `${made++}.db`);
const open = (path: string, onFatal: (error: Error) => void = () => undefined) => openSqliteStore({ path, onFatal });

const scope = scopeOf('p', 'someone');
const aPatch = (id: string): Patch => ({ scope, kind: 'person', id, body: { id } });

recordStoreContract('SQLite', async () => open(freshPath()));
sharedStoreContract('SQLite', { name: 'sqlite', freshPlace: async () => freshPath(), open: async (path) => open(path) });

const migrated = async (path: string): Promise<Migrated> => {
  const db = new DatabaseSync(path);
  return {
    version: async () => schemaVersion(db),
    to: async (target) => migrate(db, target),
    rows: async (sql) => db.prepare(sql).all(),
    schema: async () => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all(),
    close: async () => db.close(),
  };
};
schemaStepsContract('SQLite', { freshPlace: async () => freshPath(), open: async (path) => open(path), migrated });

describe('SQLite store', () => {
  it('brings to the disk, before it answers, what a killed process may have left in memory only', async () => {
    const [path, left, power] = [freshPath(), freshPath(), freshPath()];
    const killed = open(path);
    await killed.judge([], () => ({ patches: [aPatch('told twice')], answer: 0 }));
    for (const end of ['', '-wal']) copyFileSync(path + end, left + end);
    await killed.close();
    const next = open(left);
    // What the disk is sure to have: the log may be gone, since nobody has fsynced it since.
    copyFileSync(left, power);
    await next.close();
    const found = open(power);
    expect((await found.feed(scope, 0, 10)).rows.map(({ id }) => id)).toEqual(['told twice']);
    await found.close();
  });

  it('refuses all that waits when the disk is full, keeps reading, and goes on when there is room again', async () => {
    const path = freshPath();
    const fatal: Error[] = [];
    const store = open(path, (error) => fatal.push(error));
    await store.judge([], () => ({ patches: [aPatch('before')], answer: 0 }));
    const limit = new DatabaseSync(path);
    const pages = Number(limit.prepare('PRAGMA page_count').get()?.['page_count']);
    limit.close();
    // A private way to the same effect as a full disk: the file may not grow.
    const full = openSqliteStore({ path, onFatal: (error) => fatal.push(error), maxPages: pages });
    const big: Patch = { scope, kind: 'person', id: 'big', body: { text: 'x'.repeat(100_000) } };
    const outcomes = await Promise.allSettled([
      full.judge([], () => ({ patches: [aPatch('small')], answer: 0 })),
      full.judge([], () => ({ patches: [big], answer: 0 })),
    ]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.name)).toEqual(['StorageFull', 'StorageFull']);
    expect(fatal).toEqual([]);
    expect((await full.feed(scope, 0, 10)).rows.map(({ id }) => id)).toEqual(['before']);
    await full.close();
    await store.judge([], () => ({ patches: [aPatch('after')], answer: 0 }));
    expect((await store.feed(scope, 0, 10)).rows.map(({ id }) => id)).toEqual(['before', 'after']);
    await store.close();
  });

  it('ends the process at a failed write, with every acknowledged write in the file', async () => {
    const path = freshPath();
    // A file that may not grow beyond a limit of the system's fails as a dying disk does: with an input/output error.
    const child = spawn(
      'sh',
      ['-c', 'ulimit -f 400; exec "$0" "$@"', process.execPath, 'tests/server/storage/write-until-killed.ts', 'sqlite', path],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.on('data', (part) => {
      output += String(part);
    });
    const [code] = await once(child, 'close');
    const acknowledged = output.trimEnd().split('\n');
    const store = open(path);
    const kept = new Set((await store.feed(scopeOf('p', 'killed'), 0, 1_000_000)).rows.map(({ id }) => id));
    expect(code).toBe(1);
    expect(acknowledged.length).toBeGreaterThan(5);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await store.close();
  });

  it('refuses a database made by a newer version', () => {
    const path = freshPath();
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 999');
    db.close();
    expect(() => open(path)).toThrow('newer version');
  });
});
