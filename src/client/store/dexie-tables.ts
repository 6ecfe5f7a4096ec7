import type { Database, DexieTables } from './database.ts';
import type { RowKey, Tables } from './tables.ts';

/** The tables of the database, to be used inside one of its transactions. */
export const dexieTables = ({ tables }: Database): Tables => ({
  meta: {
    // What stands under a name was put there by `put`, under the same type.
    get: (name) => tables.meta.get(name),
    put: async (name, value) => void (await tables.meta.put(value, name)),
    remove: (name) => tables.meta.delete(name),
  },
  rows: rowTable(tables),
  outbox: {
    after: (n, limit = Number.POSITIVE_INFINITY) => tables.outbox.where('n').above(n).limit(limit).toArray(),
    add: async (entry) => void (await tables.outbox.add(entry)),
    removeUpTo: async (n) => void (await tables.outbox.where('n').belowOrEqual(n).delete()),
  },
  segments: {
    all: () => tables.segments.orderBy('last').toArray(),
    add: async (segment) => void (await tables.segments.add(segment)),
    removeUpTo: async (last) => void (await tables.segments.where('last').belowOrEqual(last).delete()),
  },
  aside: {
    all: () => tables.aside.toArray(),
    put: async (acts) => void (await tables.aside.bulkPut(acts)),
    remove: (ids) => tables.aside.bulkDelete([...ids]),
  },
  boxes: {
    all: () => tables.boxes.toArray(),
    put: async (box) => void (await tables.boxes.put(box)),
    remove: (ids) => tables.boxes.bulkDelete([...ids]),
  },
  checks: {
    all: async () => {
      const [ids, found] = await Promise.all([tables.checks.toCollection().primaryKeys(), tables.checks.toArray()]);
      return new Map(found.map((check, i) => [String(ids[i]), check]));
    },
    put: async (badge, check) => void (await tables.checks.put(check, badge)),
    clear: () => tables.checks.clear(),
  },
});

const rowTable = ({ rows }: DexieTables): Tables['rows'] => ({
  get: (key) => rows.get(key as RowKey & string[]),
  ofKind: (scope, kind) => rows.where('[scope+kind]').equals([scope, kind]).toArray(),
  marks: async (scope, after, upTo) => {
    const found = () => rows.where('[scope+seq]').between([scope, after], [scope, upTo], false, true);
    // The index knows all that is asked for: no body is read. Both lists are in its order.
    const [keys, seqs] = await Promise.all([found().primaryKeys(), found().keys()]);
    return keys.map((key: RowKey, i) => ({ kind: key[1], id: key[2], seq: Number((seqs[i] as unknown as [string, number])[1]) }));
  },
  put: async (list) => void (await rows.bulkPut(list)),
  remove: (keys) => rows.bulkDelete([...keys]),
  removeScopes: async (scopes) => void (await rows.where('scope').anyOf(scopes).delete()),
});
