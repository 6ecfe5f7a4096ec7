import type { Scope } from '#domain/ids';
import type { Need, Patch, Row } from '#domain/record';
import { mergeStamps, overlayOf } from '#domain/records';
import type { ServerStore } from './server-store.ts';

// Bodies are kept as JSON text, as an engine would: nobody can change a stored record by keeping a reference to it.
interface Kept extends Omit<Row, 'body'> {
  readonly body: string;
}

/** Records that live as long as the process: for tests and simulations. Proved by the same contract as every engine. */
export const openMemoryStore = (): ServerStore => {
  const scopes = new Map<string, Map<string, Kept>>();
  const counters = new Map<string, number>();
  const facts = new Map<string, string>();

  const rowsOf = (scope: string): Map<string, Kept> => scopes.get(scope) ?? new Map<string, Kept>();

  const load = (needs: readonly Need[]) => overlayOf(needs.flatMap((need) => found(rowsOf(need.scope), need)).map(toRow));

  const write = ({ scope, kind, id, body, stamps: written }: Patch, text: string): void => {
    const seq = (counters.get(scope) ?? 0) + 1;
    counters.set(scope, seq);
    const rows = rowsOf(scope);
    scopes.set(scope, rows);
    const key = keyOf({ kind, id });
    const stamps = mergeStamps(rows.get(key)?.stamps, written);
    rows.set(key, { scope, kind, id, v: 1, body: text, stamps, seq, deleted: body === null });
  };

  return {
    judge: async (needs, rule) => {
      const { patches, answer } = rule(load(needs));
      // All texts first: a body that is no JSON throws before anything is written.
      const writes = patches.map((patch) => [patch, JSON.stringify(patch.body)] as const);
      for (const [patch, text] of writes) write(patch, text);
      return answer;
    },
    read: async (needs) => load(needs),
    feed: async (scope, cursor, limit) => {
      const later = [...rowsOf(scope).values()].filter((row) => row.seq > cursor).toSorted((a, b) => a.seq - b.seq);
      const rows = later.slice(0, limit).map(toRow);
      return { rows, cursor: rows.at(-1)?.seq ?? cursor, more: later.length > limit };
    },
    scopes: async (letter) =>
      [...scopes]
        .filter(([scope, rows]) => scope.startsWith(`${letter}:`) && [...rows.values()].some((row) => !row.deleted))
        .map(([scope]) => scope as Scope)
        .toSorted(),
    meta: async (key) => facts.get(key),
    setMeta: async (key, value) => {
      facts.set(key, value);
    },
    close: async () => undefined,
  };
};

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}\n${id}`;

const toRow = (kept: Kept): Row => ({ ...kept, body: JSON.parse(kept.body) });

// A single record is shown even when removed (its stamps still count); a list holds live ones only, by id.
const found = (rows: ReadonlyMap<string, Kept>, { kind, id }: Need): readonly Kept[] => {
  if (id === undefined)
    return [...rows.values()].filter((row) => row.kind === kind && !row.deleted).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const row = rows.get(keyOf({ kind, id }));
  return row ? [row] : [];
};
