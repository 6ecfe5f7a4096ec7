import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scopeOf } from '#domain/ids';
import { put, remove } from '#domain/record';
import { STEPS } from '#server/storage/schema-steps';
import type { ServerStore } from '#server/storage/server-store';

/** A database that can be taken to any version of the schema. */
export interface Migrated {
  version(): Promise<number>;
  to(target?: number): Promise<void>;
  rows(sql: string): Promise<readonly object[]>;
  /** Names of everything the schema has made. */
  schema(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export interface MigratedEngine {
  freshPlace(): Promise<string>;
  open(place: string): Promise<ServerStore>;
  migrated(place: string): Promise<Migrated>;
}

const N = STEPS.length;
// A server must be able to go back five versions, or to the first one.
const OLDEST = Math.max(1, N - 5);

// What every version of the schema has held since the first.
const LASTING = [
  'SELECT scope, kind, id, v, body, stamps, seq, deleted FROM rows ORDER BY scope, kind, id',
  'SELECT scope, seq FROM counters ORDER BY scope',
  'SELECT key, value FROM meta ORDER BY key',
] as const;

const fill = async (store: ServerStore): Promise<void> => {
  const [person, event] = [scopeOf('p', 'amina'), scopeOf('e', 'fair')];
  const patches = Array.from({ length: 30 }, (_, i) => put(i % 2 ? person : event, 'key', `k${i}`, { enrolledAt: i }, { at: `00${i}` }));
  await store.judge([], () => ({ patches, answer: 0 }));
  await store.judge([], () => ({ patches: [remove(person, 'key', 'k1'), put(person, 'key', 'k3', { enrolledAt: 333 })], answer: 0 }));
  await store.setMeta('host', 'https://badges.example.org');
};

/** Every step of the schema there and back, with data in it. */
export const schemaStepsContract = (name: string, engine: MigratedEngine): void => {
  describe(`schema of ${name}`, () => {
    let place: string;
    let database: Migrated;
    beforeEach(async () => {
      place = await engine.freshPlace();
      const store = await engine.open(place);
      await fill(store);
      await store.close();
      database = await engine.migrated(place);
    });
    afterEach(() => database.close());

    const held = async () => {
      const found: unknown[] = [];
      for (const sql of LASTING) found.push(await database.rows(sql));
      return found;
    };

    it(`goes from ${N} back to ${OLDEST} and forth again, one step at a time, without losing a record`, async () => {
      const before = await held();
      const schema = await database.schema();
      for (let target = N - 1; target >= OLDEST; target--) {
        await database.to(target);
        expect([await database.version(), await held()]).toEqual([target, before]);
      }
      for (let target = OLDEST + 1; target <= N; target++) {
        await database.to(target);
        expect([await database.version(), await held()]).toEqual([target, before]);
      }
      expect(await database.schema()).toEqual(schema);
    });

    it('serves data of its oldest version as if they had always been its own', async () => {
      await database.to(OLDEST);
      const store = await engine.open(place);
      expect((await store.feed(scopeOf('p', 'amina'), 0, 100)).rows.at(-1)).toMatchObject({ id: 'k3', body: { enrolledAt: 333 }, seq: 17 });
      // Removed in an older version: kept from now on as long as any other.
      expect(await store.forgetRemoved(Date.now() - 60_000)).toBe(0);
      await store.judge([], () => ({ patches: [put(scopeOf('p', 'amina'), 'key', 'new', { enrolledAt: 1 })], answer: 0 }));
      expect(await store.heads([scopeOf('p', 'amina')])).toMatchObject(new Map([[scopeOf('p', 'amina'), { seq: 18 }]]));
      await store.close();
    });

    it('leaves nothing behind when all of it is taken back', async () => {
      await database.to(0);
      expect(await database.schema()).toEqual([]);
      await database.to();
      expect(await database.version()).toBe(N);
    });

    it('made by a newer version is refused', async () => {
      await expect(database.to(N + 1)).rejects.toThrow('newer version');
    });
  });
};
