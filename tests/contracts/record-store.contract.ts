import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Scope, scopeOf } from '#domain/ids';
import type { Patch, Records } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import type { ServerStore } from '#server/storage/server-store';

const person = scopeOf('p', '0190a000-0000-7000-8000-000000000001');
const other = scopeOf('p', '0190a000-0000-7000-8000-000000000002');

/** The patch that stores any JSON under a kind of no particular shape. */
const aPatch = (scope: Scope, id: string, body: Patch['body'] = { n: 1 }, stamps?: Patch['stamps']): Patch => ({
  scope,
  kind: 'person',
  id,
  body,
  ...(stamps && { stamps }),
});

const writing =
  (...patches: readonly Patch[]) =>
  () => ({ patches, answer: undefined });

const bodyOf = (records: Records, scope: Scope, id: string): unknown => records.get(scope, 'person', id);

const allRows = async (store: RecordStore, scope: Scope) => (await store.feed(scope, 0, 100_000)).rows;

/** What every engine must do. `open` gives an empty store; it is closed after each case. */
export const recordStoreContract = (name: string, open: () => Promise<ServerStore>): void => {
  describe(`record store: ${name}`, () => {
    let store: ServerStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives back what was judged, and the answer of the rule', async () => {
      const answer = await store.judge([], () => ({
        patches: [aPatch(person, 'a', { name: 'Amina', list: [1, { x: null }] })],
        answer: 42,
      }));
      expect(answer).toBe(42);
      const records = await store.read([{ scope: person, kind: 'person', id: 'a' }]);
      expect(bodyOf(records, person, 'a')).toEqual({ name: 'Amina', list: [1, { x: null }] });
    });

    it('lets nobody change a stored record by keeping a reference to it', async () => {
      const body = { name: 'Amina' };
      await store.judge([], writing(aPatch(person, 'a', body)));
      body.name = 'changed';
      const first = (await store.read([{ scope: person, kind: 'person', id: 'a' }])).get(person, 'person', 'a') as unknown as {
        name: string;
      };
      first.name = 'changed again';
      expect(bodyOf(await store.read([{ scope: person, kind: 'person', id: 'a' }]), person, 'a')).toEqual({ name: 'Amina' });
    });

    it('shows a rule only the records it asked for', async () => {
      await store.judge([], writing(aPatch(person, 'a'), aPatch(person, 'b'), aPatch(other, 'a')));
      const seen = await store.judge([{ scope: person, kind: 'person', id: 'a' }], (records) => ({
        patches: [],
        answer: [
          bodyOf(records, person, 'a'),
          bodyOf(records, person, 'b'),
          bodyOf(records, other, 'a'),
          records.get(person, 'badge', 'a'),
        ],
      }));
      expect(seen).toEqual([{ n: 1 }, undefined, undefined, undefined]);
    });

    it('lists all live records of a kind in a scope, by id', async () => {
      await store.judge([], writing(aPatch(person, 'b'), aPatch(person, 'a'), aPatch(person, 'c'), aPatch(other, 'd')));
      await store.judge([], writing(aPatch(person, 'c', null)));
      const records = await store.read([{ scope: person, kind: 'person' }]);
      expect(records.list(person, 'person').map(({ id }) => id)).toEqual(['a', 'b']);
    });

    it('shows a later judgement what an earlier one wrote, also within one commit', async () => {
      const count = () =>
        store.judge([{ scope: person, kind: 'person', id: 'count' }], (records) => {
          const n = ((bodyOf(records, person, 'count') as { n: number } | undefined)?.n ?? 0) + 1;
          return { patches: [aPatch(person, 'count', { n })], answer: n };
        });
      expect(await Promise.all(Array.from({ length: 50 }, count))).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    });

    it('counts each scope without gaps or doubles under many judgements at once', async () => {
      const writes = Array.from({ length: 200 }, (_, i) => store.judge([], writing(aPatch(i % 3 === 0 ? other : person, `r${i}`))));
      await Promise.all(writes);
      for (const scope of [person, other]) {
        const seqs = (await allRows(store, scope)).map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_, i) => i + 1));
      }
    });

    it('writes nothing of a judgement whose rule throws, and goes on with the others of the same commit', async () => {
      const failing = store.judge([], () => {
        throw new Error('cannot happen');
      });
      const outcomes = await Promise.allSettled([
        store.judge([], writing(aPatch(person, 'before'))),
        failing,
        store.judge([], writing(aPatch(person, 'after'))),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await allRows(store, person)).map(({ id, seq }) => [id, seq])).toEqual([
        ['before', 1],
        ['after', 2],
      ]);
    });

    it('writes nothing of a judgement one of whose patches cannot be stored', async () => {
      const circle: { self?: unknown } = {};
      circle.self = circle;
      const bad = { ...aPatch(person, 'bad'), body: circle as unknown as Patch['body'] };
      await expect(store.judge([], writing(aPatch(person, 'good'), bad))).rejects.toThrow();
      expect(await allRows(store, person)).toEqual([]);
      await store.judge([], writing(aPatch(person, 'next')));
      expect((await allRows(store, person)).map(({ seq }) => seq)).toEqual([1]);
    });

    it('feeds removed records too, with an empty body, so that they are removed elsewhere', async () => {
      await store.judge([], writing(aPatch(person, 'a'), aPatch(person, 'b')));
      await store.judge([], writing(aPatch(person, 'a', null)));
      const { rows } = await store.feed(person, 2, 10);
      expect(rows).toMatchObject([{ id: 'a', body: null, deleted: true, seq: 3 }]);
      expect(bodyOf(await store.read([{ scope: person, kind: 'person', id: 'a' }]), person, 'a')).toBeUndefined();
    });

    it('feeds the current row once, after all its writes', async () => {
      for (const n of [1, 2, 3]) await store.judge([], writing(aPatch(person, 'draft', { n })));
      expect(await allRows(store, person)).toMatchObject([{ id: 'draft', body: { n: 3 }, seq: 3 }]);
    });

    it('pages its feed: every row once, whatever the size of the page', async () => {
      await store.judge([], writing(...Array.from({ length: 23 }, (_, i) => aPatch(person, `r${i}`))));
      for (const limit of [1, 7, 23, 24]) {
        const ids: string[] = [];
        for (let cursor = 0, more = true; more; ) {
          const page = await store.feed(person, cursor, limit);
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          ids.push(...page.rows.map(({ id }) => id));
          ({ cursor, more } = page);
        }
        expect(ids).toEqual(Array.from({ length: 23 }, (_, i) => `r${i}`));
      }
      expect(await store.feed(person, 23, 5)).toEqual({ rows: [], cursor: 23, more: false });
      expect(await store.feed(scopeOf('p', 'nobody'), 0, 5)).toEqual({ rows: [], cursor: 0, more: false });
    });

    it('puts new stamps over the old ones, field by field, also on a removed record', async () => {
      await store.judge([], writing(aPatch(person, 'a', { n: 1 }, { shown: 's1', title: 't1' })));
      await store.judge([], writing(aPatch(person, 'a', { n: 2 }, { shown: 's2' })));
      await store.judge([], writing(aPatch(person, 'a', null)));
      const records = await store.read([{ scope: person, kind: 'person', id: 'a' }]);
      expect(records.stamps(person, 'person', 'a')).toEqual({ shown: 's2', title: 't1' });
      expect((await allRows(store, person))[0]?.stamps).toEqual({ shown: 's2', title: 't1' });
    });

    it('keeps letters of every script and texts that look like commands', async () => {
      const body = { text: "Çà أمينة 🌻 \u0000 '; DROP TABLE rows; --", ['__proto__x']: 1 };
      await store.judge([], writing(aPatch(person, "o'clock", body)));
      expect(bodyOf(await store.read([{ scope: person, kind: 'person', id: "o'clock" }]), person, "o'clock")).toEqual(body);
    });

    it('names the scopes that hold a live record, by their letter', async () => {
      const event = scopeOf('e', '0190a000-0000-7000-8000-0000000000e1');
      await store.judge([], writing(aPatch(other, 'a'), aPatch(person, 'a'), aPatch(event, 'a')));
      expect(await store.scopes('p')).toEqual([person, other]);
      await store.judge([], writing(aPatch(person, 'a', null)));
      expect(await store.scopes('p')).toEqual([other]);
      expect(await store.scopes('x')).toEqual([]);
    });

    it('tells where counters stand, and nothing of scopes never written', async () => {
      await store.judge(
        [{ scope: scopeOf('p', 'asked-for-only'), kind: 'person' }],
        writing(aPatch(person, 'a'), aPatch(person, 'b'), aPatch(other, 'a')),
      );
      const heads = await store.heads([person, other, scopeOf('p', 'asked-for-only'), scopeOf('p', 'nobody')]);
      expect([...heads].toSorted().map(([scope, { seq, safe }]) => [scope, seq, safe])).toEqual([
        [person, 2, 0],
        [other, 1, 0],
      ]);
      expect(await store.heads([])).toEqual(new Map());
    });

    it('finds the row of a kind written last up to a point', async () => {
      await store.judge(
        [],
        writing(aPatch(person, 'a'), aPatch(person, 'b'), { ...aPatch(person, 'c'), kind: 'badge' }, aPatch(person, 'd')),
      );
      expect((await store.latest(person, 'person', 3))?.id).toBe('b');
      expect((await store.latest(person, 'person', 100))?.id).toBe('d');
      expect((await store.latest(person, 'badge', 100))?.id).toBe('c');
      expect(await store.latest(person, 'badge', 2)).toBeUndefined();
    });

    it('tells who watches which scopes were written, after the commit and until they stop', async () => {
      const told: (readonly Scope[])[] = [];
      const stop = store.watch((scopes) => told.push(scopes));
      await store.judge([], writing(aPatch(person, 'a'), aPatch(person, 'b'), aPatch(other, 'a')));
      await store.judge([], () => ({ patches: [], answer: 0 }));
      stop();
      await store.judge([], writing(aPatch(person, 'c')));
      expect(told.map((scopes) => scopes.toSorted())).toEqual([[person, other]]);
    });

    it('forgets removed records after a time, and no others; counters go on', async () => {
      await store.judge([], writing(aPatch(person, 'gone'), aPatch(person, 'here'), aPatch(person, 'back')));
      await store.judge([], writing(aPatch(person, 'gone', null), aPatch(person, 'back', null)));
      await store.judge([], writing(aPatch(person, 'back')));
      expect(await store.forgetRemoved(Date.now() - 3_600_000)).toBe(0);
      expect(await store.forgetRemoved(Date.now() + 3_600_000)).toBe(1);
      expect((await allRows(store, person)).map(({ id, seq }) => [id, seq])).toEqual([
        ['here', 2],
        ['back', 6],
      ]);
      await store.judge([], writing(aPatch(person, 'gone')));
      expect((await allRows(store, person)).at(-1)).toMatchObject({ id: 'gone', seq: 7, deleted: false });
    });

    it('shows one moment of everything, however much is written while one looks', async () => {
      await store.judge([], writing(aPatch(person, 'a'), aPatch(other, 'a')));
      await store.setMeta('epoch', 'first');
      await store.look(async (moment) => {
        const counters = async () => (await moment.counters('all')).map(({ scope, seq }) => [scope, seq]);
        const before = [await counters(), await moment.feed(person, 0, 10), await moment.facts()];
        await store.judge([], writing(aPatch(person, 'b'), aPatch(person, 'a', { n: 2 }), aPatch(scopeOf('p', 'new'), 'a')));
        await store.setMeta('epoch', 'second');
        expect([await counters(), await moment.feed(person, 0, 10), await moment.facts()]).toEqual(before);
        expect(before[0]).toEqual([
          [person, 1],
          [other, 1],
        ]);
        expect(before[2]).toMatchObject({ epoch: 'first' });
      });
      expect(await store.meta('epoch')).toBe('second');
      expect(await allRows(store, person)).toHaveLength(2);
    });

    it('knows which scopes have rows that are in no continuous backup', async () => {
      const unsafe = () =>
        store.look(async (moment) => (await moment.counters('unsafe')).map(({ scope, seq, safe }) => [scope, seq, safe]));
      await store.beginSafe('first');
      await store.judge([], writing(aPatch(person, 'a'), aPatch(person, 'b'), aPatch(other, 'a')));
      expect(await unsafe()).toEqual([
        [person, 2, 0],
        [other, 1, 0],
      ]);
      const points = [
        { scope: person, seq: 1 },
        { scope: other, seq: 1 },
      ];
      expect(await store.markSafe('first', points)).toBe(true);
      expect(await unsafe()).toEqual([[person, 2, 1]]);
      await store.markSafe('first', [{ scope: person, seq: 2 }]);
      await store.markSafe('first', [{ scope: person, seq: 1 }]);
      expect(await unsafe()).toEqual([]);
      await store.judge([], writing(aPatch(other, 'b')));
      expect(await unsafe()).toEqual([[other, 2, 1]]);
    });

    it('begins another continuous backup with nothing in it, and no longer listens to who goes on with the one before', async () => {
      await store.beginSafe('first');
      await store.judge([], writing(aPatch(person, 'a')));
      await store.beginSafe('second');
      expect(await store.meta('backup')).toBe('second');
      expect(await store.markSafe('first', [{ scope: person, seq: 1 }])).toBe(false);
      expect((await store.heads([person])).get(person)?.safe).toBe(0);
      expect(await store.markSafe('second', [{ scope: person, seq: 1 }])).toBe(true);
      expect((await store.heads([person])).get(person)?.safe).toBe(1);
    });

    it('takes rows back exactly as they were, however often, and never an older one over a later one', async () => {
      await store.judge([], writing(aPatch(person, 'a', { text: 'Ça' }, { title: 's1' }), aPatch(person, 'b'), aPatch(person, 'c')));
      await store.judge([], writing(aPatch(person, 'b', null), aPatch(person, 'c', { n: 2 })));
      const rows = await allRows(store, person);
      const copy = await open();
      try {
        const points = [{ scope: person, seq: 9 }];
        await copy.putBack(rows.slice(0, 2), points);
        await copy.putBack(rows, points);
        expect(await allRows(copy, person)).toEqual(rows);
        await copy.judge([], writing(aPatch(person, 'a', { n: 3 })));
        await copy.putBack(rows, [{ scope: person, seq: 5 }]);
        expect(await allRows(copy, person)).toMatchObject([
          { id: 'b', deleted: true },
          { id: 'c' },
          { id: 'a', body: { n: 3 }, seq: 10, stamps: { title: 's1' } },
        ]);
      } finally {
        await copy.close();
      }
    });

    it('keeps facts about the installation, the last one said', async () => {
      await store.setMeta('host', 'https://a.example');
      await store.setMeta('host', 'https://b.example');
      expect([await store.meta('host'), await store.meta('seed')]).toEqual(['https://b.example', undefined]);
      const said = await Promise.all(['one', 'two', 'three'].map((epoch) => store.firstMeta('epoch', epoch)));
      expect(new Set(said).size).toBe(1);
      expect([await store.meta('epoch'), await store.firstMeta('host', 'https://c.example')]).toEqual([said[0], 'https://b.example']);
    });

    it('judges many at once as if they came one after the other', async () => {
      const pot = scopeOf('e', 'pot');
      const take = (who: string) =>
        store.judge([{ scope: pot, kind: 'person' }], (records) => {
          const taken = records.list(pot, 'person').length;
          return taken < 10 ? { patches: [aPatch(pot, who)], answer: true } : { patches: [], answer: false };
        });
      const takers = await Promise.all(Array.from({ length: 40 }, (_, i) => take(`t${i}`)));
      expect(takers.filter(Boolean)).toHaveLength(10);
      expect(await allRows(store, pot)).toHaveLength(10);
    });

    it('ends with the same records as a plain map, whatever is written', async () => {
      const write = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.option(fc.nat(9)) });
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(write, { maxLength: 4 }), { maxLength: 8 }), fc.uuid(), async (judgements, id) => {
          const scope = scopeOf('p', id);
          const model = new Map<string, number>();
          for (const { id, n } of judgements.flat()) {
            if (n === null) model.delete(id);
            else model.set(id, n);
          }
          await Promise.all(
            judgements.map((writes) =>
              store.judge([], writing(...writes.map(({ id, n }) => aPatch(scope, id, n === null ? null : { n })))),
            ),
          );
          const live = (await allRows(store, scope)).filter(({ deleted }) => !deleted).map(({ id, body }) => [id, body]);
          expect(Object.fromEntries(live)).toEqual(Object.fromEntries([...model].map(([id, n]) => [id, { n }])));
        }),
        { numRuns: 40 },
      );
    });
  });
};
