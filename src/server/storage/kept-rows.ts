import type { Scope } from '#domain/ids';
import type { Need, Patch, Records, Row } from '#domain/record';
import type { Verdict } from '#domain/record-store';
import { mergeStamps, overlayOf } from '#domain/records';

/** A row as engines keep it: its body as JSON text, so that nobody can change a stored record by keeping a reference to it. */
export interface Kept extends Omit<Row, 'body'> {
  readonly body: string;
}

/** A patch that is ready to be written. `stamps` are already over those of the row before, if that row is known here. */
export interface Writing {
  readonly scope: Scope;
  readonly kind: string;
  readonly id: string;
  readonly body: string;
  readonly stamps: Row['stamps'];
  readonly deleted: boolean;
}

/** Rows in memory, as rules are shown them. */
export interface KeptRows {
  rowsOf(scope: string): ReadonlyMap<string, Kept>;
  put(row: Kept): void;
  /** Takes out the rows that `gone` says; gives how many. */
  drop(gone: (row: Kept) => boolean): number;
  scopes(): Iterable<readonly [string, ReadonlyMap<string, Kept>]>;
  /** Calls a rule over what it needs. Throws what the rule throws, and on a body that is no JSON, before anything is written. */
  judge<T>(needs: readonly Need[], rule: (records: Records) => Verdict<T>): { readonly writings: readonly Writing[]; readonly answer: T };
  find(needs: readonly Need[]): readonly Row[];
}

export const keptRows = (): KeptRows => {
  const scopes = new Map<string, Map<string, Kept>>();
  const rowsOf = (scope: string): Map<string, Kept> => scopes.get(scope) ?? new Map<string, Kept>();
  const find = (needs: readonly Need[]): readonly Row[] => needs.flatMap((need) => found(rowsOf(need.scope), need)).map(toRow);
  return {
    rowsOf,
    scopes: () => scopes,
    put: (row) => {
      const rows = rowsOf(row.scope);
      scopes.set(row.scope, rows);
      rows.set(keyOf(row), row);
    },
    drop: (gone) => {
      let count = 0;
      for (const rows of scopes.values()) for (const [key, row] of rows) if (gone(row) && rows.delete(key)) count++;
      return count;
    },
    find,
    judge: (needs, rule) => {
      const { patches, answer } = rule(overlayOf(find(needs)));
      return { writings: patches.map(toWriting), answer };
    },
  };
};

export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}\n${id}`;

const toWriting = ({ scope, kind, id, body, stamps = {} }: Patch): Writing => ({
  scope,
  kind,
  id,
  body: JSON.stringify(body),
  stamps,
  deleted: body === null,
});

/** The row a writing makes of the one before it. */
export const written = (before: Kept | undefined, { stamps, ...writing }: Writing, seq: number): Kept => ({
  ...writing,
  v: 1,
  stamps: mergeStamps(before?.stamps, stamps),
  seq,
});

export const toRow = (kept: Kept): Row => ({ ...kept, body: JSON.parse(kept.body) });

// A single record is shown even when removed (its stamps still count); a list holds live ones only, by id.
const found = (rows: ReadonlyMap<string, Kept>, { kind, id }: Need): readonly Kept[] => {
  if (id === undefined)
    return [...rows.values()].filter((row) => row.kind === kind && !row.deleted).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const row = rows.get(keyOf({ kind, id }));
  return row ? [row] : [];
};
