import type { Clock } from '#base/ambient';
import type { Scope } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { overlayOf } from '#domain/records';
import { type Kept, type KeptRows, keptRows, keyOf, toRow, written } from './kept-rows.ts';
import { type Listeners, listeners } from './listeners.ts';
import type { Counter, ServerStore } from './server-store.ts';

interface State {
  readonly rows: KeptRows;
  readonly counters: Map<Scope, { readonly seq: number; readonly safe: number }>;
  readonly facts: Map<string, string>;
  readonly watchers: Listeners;
  put(row: Kept): void;
}

/** Records that live as long as the process: for tests and simulations. Proved by the same contract as every engine. */
export const openMemoryStore = (clock: Clock = Date.now): ServerStore => {
  const [rows, removedAt] = [keptRows(), new Map<string, number>()];
  const state: State = {
    rows,
    counters: new Map(),
    facts: new Map(),
    watchers: listeners(),
    put: (row) => {
      rows.put(row);
      if (row.deleted) removedAt.set(placeOf(row), clock());
    },
  };
  return {
    ...records(state),
    ...administration(state),
    forgetRemoved: async (time) => rows.drop((row) => row.deleted && (removedAt.get(placeOf(row)) ?? time) < time),
  };
};

const placeOf = (row: Kept): string => `${row.scope}\n${keyOf(row)}`;

const headOf = ({ counters }: State, scope: Scope): Counter => ({ scope, ...(counters.get(scope) ?? { seq: 0, safe: 0 }) });

const records = (state: State): RecordStore => {
  const { rows, counters, watchers, put } = state;
  const next = (scope: Scope): number => {
    const { seq, safe } = headOf(state, scope);
    counters.set(scope, { seq: seq + 1, safe });
    return seq + 1;
  };
  return {
    judge: async (needs, rule) => {
      const { writings, answer } = rows.judge(needs, rule);
      for (const one of writings) put(written(rows.rowsOf(one.scope).get(keyOf(one)), one, next(one.scope)));
      watchers.tell(writings.map(({ scope }) => scope));
      return answer;
    },
    read: async (needs) => overlayOf(rows.find(needs)),
    feed: async (scope, cursor, limit) => feedOf(rows.rowsOf(scope), cursor, limit),
    heads: async (scopes) => new Map(scopes.flatMap((scope) => (counters.has(scope) ? [[scope, headOf(state, scope)]] : []))),
    latest: async (scope, kind, upTo) => {
      const early = [...rows.rowsOf(scope).values()].filter((row) => row.kind === kind && row.seq <= upTo);
      const last = early.toSorted((a, b) => b.seq - a.seq)[0];
      return last && toRow(last);
    },
    scopes: async (letter) =>
      [...rows.scopes()]
        .filter(([scope, held]) => scope.startsWith(`${letter}:`) && [...held.values()].some((row) => !row.deleted))
        .map(([scope]) => scope as Scope)
        .toSorted(),
    watch: watchers.add,
    close: async () => undefined,
  };
};

const administration = (state: State): Omit<ServerStore, keyof RecordStore | 'forgetRemoved'> => {
  const { rows, counters, facts, put } = state;
  return {
    meta: async (key) => facts.get(key),
    setMeta: async (key, value) => {
      facts.set(key, value);
    },
    firstMeta: async (key, value) => {
      const holds = facts.get(key) ?? value;
      facts.set(key, holds);
      return holds;
    },
    look: (at) => {
      const held = new Map([...rows.scopes()].map(([scope, map]) => [scope, new Map(map)]));
      const counted = [...counters.keys()].toSorted().map((scope) => headOf(state, scope));
      const said = Object.fromEntries(facts);
      return at({
        counters: async (which) => counted.filter(({ seq, safe }) => which === 'all' || safe < seq),
        feed: async (scope, cursor, limit) => feedOf(held.get(scope) ?? new Map(), cursor, limit),
        facts: async () => said,
      });
    },
    markSafe: async (backup, points) => {
      if (facts.get('backup') !== backup) return false;
      for (const { scope, seq } of points) {
        const head = headOf(state, scope);
        if (counters.has(scope)) counters.set(scope, { seq: head.seq, safe: Math.max(head.safe, seq) });
      }
      return true;
    },
    beginSafe: async (backup) => {
      facts.set('backup', backup);
      for (const [scope, { seq }] of counters) counters.set(scope, { seq, safe: 0 });
    },
    putBack: async (back, points) => {
      for (const row of back)
        if (row.seq > (rows.rowsOf(row.scope).get(keyOf(row))?.seq ?? 0)) put({ ...row, body: JSON.stringify(row.body) });
      for (const { scope, seq } of points) {
        const head = headOf(state, scope);
        counters.set(scope, { seq: Math.max(seq, head.seq), safe: head.safe });
      }
    },
  };
};

const feedOf = (rows: ReadonlyMap<string, Kept>, cursor: number, limit: number) => {
  const later = [...rows.values()].filter((row) => row.seq > cursor).toSorted((a, b) => a.seq - b.seq);
  const page = later.slice(0, limit).map(toRow);
  return { rows: page, cursor: page.at(-1)?.seq ?? cursor, more: later.length > limit };
};
