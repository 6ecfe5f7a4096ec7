import type { Scope } from '#domain/ids';
import type { Row } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import { MAX_ROWS } from '#protocol/limits';
import { type ScopeSum, sumOf } from '#protocol/scope-sum';
import { isForDevices } from './wire-rows.ts';

/** The sum of a scope's live rows when its counter stands at `cursor`; undefined when it has moved on. */
export type ScopeSums = (scope: Scope, cursor: number) => Promise<ScopeSum | undefined>;

// One for every scope of a busy day; the oldest goes first.
const MAX_KEPT = 20_000;

/** Sums, each made once for as long as its scope does not change. */
export const createScopeSums = (store: RecordStore): ScopeSums => {
  const kept = new Map<Scope, { readonly cursor: number; readonly sum: ScopeSum }>();
  return async (scope, cursor) => {
    const known = kept.get(scope);
    if (known?.cursor === cursor) return known.sum;
    const rows: Row[] = [];
    let at = 0;
    for (let more = true; more; ) {
      const feed = await store.feed(scope, at, MAX_ROWS);
      rows.push(...feed.rows.filter((row) => !row.deleted && isForDevices(row)));
      ({ cursor: at, more } = feed);
    }
    if (at > cursor) return undefined;
    const sum = sumOf(rows);
    kept.delete(scope);
    kept.set(scope, { cursor, sum });
    const oldest = kept.keys().next().value;
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return sum;
  };
};
