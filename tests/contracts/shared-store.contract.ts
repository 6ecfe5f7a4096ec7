import { afterEach, describe, expect, it } from 'vitest';
import { type Scope, scopeOf } from '#domain/ids';
import type { Patch } from '#domain/record';
import type { ServerStore } from '#server/storage/server-store';
import { writeUntilKilled } from '../build/write-until-killed.ts';

/** An engine whose data outlive a process and may be opened by several at once. */
export interface SharedEngine {
  /** A new, empty place for data: a path, an address. */
  freshPlace(): Promise<string>;
  open(place: string): Promise<ServerStore>;
  /** What `write-until-killed.ts` is told to open. */
  readonly name: 'sqlite' | 'postgres';
}

const scope = scopeOf('p', 'someone');
const aPatch = (id: string, where: Scope = scope, body: Patch['body'] = { id }): Patch => ({ scope: where, kind: 'person', id, body });
const writing =
  (...patches: readonly Patch[]) =>
  () => ({ patches, answer: undefined });

const count = (store: ServerStore, where: Scope, id: string): Promise<number> =>
  store.judge([{ scope: where, kind: 'person', id }], (records) => {
    const n = ((records.get(where, 'person', id) as { n: number } | undefined)?.n ?? 0) + 1;
    return { patches: [aPatch(id, where, { n })], answer: n };
  });

/** Concurrency and crashes: what every engine with a disk must do, whoever else works on the same data and however a process ends. */
export const sharedStoreContract = (title: string, engine: SharedEngine): void => {
  describe(`record store on a disk: ${title}`, () => {
    const opened: ServerStore[] = [];
    const open = async (place: string): Promise<ServerStore> => {
      const store = await engine.open(place);
      opened.push(store);
      return store;
    };
    const openMany = async (n: number) => {
      const place = await engine.freshPlace();
      return Promise.all(Array.from({ length: n }, () => open(place)));
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    it('keeps everything when it is opened again', async () => {
      const place = await engine.freshPlace();
      const first = await open(place);
      await first.judge([], writing(aPatch('a'), aPatch('b')));
      await first.setMeta('epoch', 'e1');
      await first.close();
      const second = await open(place);
      expect((await second.feed(scope, 0, 10)).rows.map(({ id, seq }) => [id, seq])).toEqual([
        ['a', 1],
        ['b', 2],
      ]);
      expect([await second.meta('epoch'), await second.meta('host')]).toEqual(['e1', undefined]);
    });

    it('commits what still waits before it closes', async () => {
      const place = await engine.freshPlace();
      const store = await open(place);
      const written = store.judge([], () => ({ patches: [aPatch('late')], answer: 'done' }));
      await store.close();
      expect(await written).toBe('done');
      expect((await (await open(place)).feed(scope, 0, 10)).rows).toHaveLength(1);
    });

    it('may be opened for the first time by several processes at once', async () => {
      const stores = await openMany(4);
      await Promise.all(stores.map((store, i) => store.judge([], writing(aPatch(`r${i}`)))));
      expect((await stores[0]?.feed(scope, 0, 10))?.rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    });

    it('counts without gaps, doubles or lost counts when several processes write the same scopes', async () => {
      const stores = await openMany(3);
      const places = [scopeOf('e', 'one'), scopeOf('e', 'two'), scopeOf('p', 'three')];
      const counted = await Promise.all(
        Array.from({ length: 120 }, async (_, i) => {
          const store = stores[i % 3];
          return store ? count(store, places[i % places.length] ?? scope, 'count') : 0;
        }),
      );
      for (const [i, place] of places.entries()) {
        const own = counted.filter((_, at) => at % places.length === i).toSorted((a, b) => a - b);
        expect(own).toEqual(own.map((_, at) => at + 1));
        expect(await stores[0]?.heads([place])).toMatchObject(new Map([[place, { seq: 40 }]]));
      }
    });

    it('lets nobody skip a row: a reader that follows the feeds while others write sees each once', async () => {
      const [reader, ...writers] = await openMany(3);
      const seen: string[] = [];
      let cursor = 0;
      const follow = async (): Promise<void> => {
        for (;;) {
          const page = await reader?.feed(scope, cursor, 7);
          if (!page || page.rows.length === 0) return;
          expect(page.rows.map(({ seq }) => seq)).toEqual(page.rows.map((_, i) => cursor + i + 1));
          seen.push(...page.rows.map(({ id }) => id));
          cursor = page.cursor;
        }
      };
      const all = Promise.all(
        writers.map(async (store, w) => {
          for (let i = 0; i < 40; i++) await store.judge([], writing(aPatch(`${w}-${i}`)));
        }),
      );
      const end = new AbortController();
      const ended = all.finally(() => end.abort());
      while (!end.signal.aborted) {
        await follow();
        await new Promise(setImmediate);
      }
      await ended;
      await follow();
      expect(new Set(seen).size).toBe(80);
      expect(seen).toHaveLength(80);
    });

    it('gives one of many what only one may have, whichever process they ask', async () => {
      const stores = await openMany(2);
      const prize = scopeOf('e', 'prize');
      const won = await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          stores[i % 2]?.judge([{ scope: prize, kind: 'person', id: 'prize' }], (records) =>
            records.get(prize, 'person', 'prize')
              ? { patches: [], answer: false }
              : { patches: [aPatch('prize', prize), aPatch(`winner-${i}`, scopeOf('p', `w${i}`))], answer: true },
          ),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
    });

    it('does not let two that each look at what the other writes both have their way', async () => {
      const stores = await openMany(2);
      for (let round = 0; round < 15; round++) {
        const [left, right] = [scopeOf('p', `left-${round}`), scopeOf('p', `right-${round}`)];
        const unless = (store: ServerStore | undefined, looked: Scope, wrote: Scope) =>
          store?.judge([{ scope: looked, kind: 'person', id: 'x' }], (records) =>
            records.get(looked, 'person', 'x') ? { patches: [], answer: 0 } : { patches: [aPatch('x', wrote)], answer: 1 },
          );
        const done = await Promise.all([unless(stores[0], left, right), unless(stores[1], right, left)]);
        expect(done.filter((one) => one === 1)).toHaveLength(1);
      }
    });

    it('undoes nothing of others when the rule of one process throws in the middle', async () => {
      const stores = await openMany(2);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          stores[i % 2]?.judge([{ scope, kind: 'person' }], () => {
            if (i % 5 === 0) throw new Error('cannot happen');
            return { patches: [aPatch(`r${i}`)], answer: undefined };
          }),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
      const rows = (await stores[0]?.feed(scope, 0, 100))?.rows ?? [];
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    });

    it('has every acknowledged write after the process is killed, however often', async () => {
      const place = await engine.freshPlace();
      await (await open(place)).judge([], writing(aPatch('first')));
      const acknowledged: string[] = [];
      for (let kill = 0; kill < 3; kill++) acknowledged.push(...(await writeUntilKilled(engine.name, place, 60)));
      const store = await open(place);
      const { rows } = await store.feed(scopeOf('p', 'killed'), 0, 1_000_000);
      const kept = new Set(rows.map(({ id }) => id));
      expect(acknowledged.length).toBeGreaterThanOrEqual(180);
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
      // Nobody's lock outlives it.
      await store.judge([{ scope: scopeOf('p', 'killed'), kind: 'person', id: 'after' }], writing(aPatch('after', scopeOf('p', 'killed'))));
    });
  });
};
