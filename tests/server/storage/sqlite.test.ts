import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { scopeOf } from '#domain/ids';
import type { Patch } from '#domain/record';
import { openSqliteStore } from '#server/storage/sqlite';
import { MIGRATIONS, migrate, schemaVersion } from '#server/storage/sqlite-migrations';
import { recordStoreContract } from '../../contracts/record-store.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'pepites-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const freshPath = (): string => join(folder, `${made++}.db`);
const open = (path: string, onFatal: (error: Error) => void = () => undefined) => openSqliteStore({ path, onFatal });

const scope = scopeOf('p', 'someone');
const aPatch = (id: string): Patch => ({ scope, kind: 'person', id, body: { id } });

recordStoreContract('SQLite', async () => open(freshPath()));

describe('SQLite store', () => {
  it('keeps everything when it is opened again', async () => {
    const path = freshPath();
    const first = open(path);
    await first.judge([], () => ({ patches: [aPatch('a'), aPatch('b')], answer: undefined }));
    await first.setMeta('epoch', 'e1');
    await first.close();
    const second = open(path);
    expect((await second.feed(scope, 0, 10)).rows.map(({ id, seq }) => [id, seq])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([await second.meta('epoch'), await second.meta('host')]).toEqual(['e1', undefined]);
    await second.close();
  });

  it('commits what still waits before it closes', async () => {
    const path = freshPath();
    const store = open(path);
    const written = store.judge([], () => ({ patches: [aPatch('late')], answer: 'done' }));
    await store.close();
    expect(await written).toBe('done');
    const again = open(path);
    expect((await again.feed(scope, 0, 10)).rows).toHaveLength(1);
    await again.close();
  });

  it('has every acknowledged write after the process is killed', async () => {
    const path = freshPath();
    const child = spawn(process.execPath, ['tests/server/storage/write-until-killed.ts', path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    for await (const part of child.stdout) {
      output += String(part);
      if (output.split('\n').length > 200) break;
    }
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    // The last line may be cut by the kill.
    const acknowledged = output.split('\n').slice(0, -1);
    const store = open(path);
    const { rows } = await store.feed(scopeOf('p', 'killed'), 0, 1_000_000);
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
    await store.close();
  });

  it('waits for another process that writes, and does not lose its count', async () => {
    const path = freshPath();
    const [server, cli] = [open(path), open(path)];
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? server : cli).judge([], () => ({ patches: [aPatch(`r${i}`)], answer: 0 }))),
    );
    expect((await server.feed(scope, 0, 100)).rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    await Promise.all([server.close(), cli.close()]);
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
      ['-c', 'ulimit -f 400; exec "$0" "$@"', process.execPath, 'tests/server/storage/write-until-killed.ts', path],
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

  it('can take every step of its schema back and forth', () => {
    const db = new DatabaseSync(freshPath());
    migrate(db);
    const schema = () => db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all();
    const whole = schema();
    for (let target = MIGRATIONS.length - 1; target >= 0; target--) {
      migrate(db, target);
      expect(schemaVersion(db)).toBe(target);
    }
    expect(schema()).toEqual([]);
    migrate(db);
    expect(schema()).toEqual(whole);
    db.close();
  });
});
