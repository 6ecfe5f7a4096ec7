import type { ClientBase } from 'pg';
import type { Scope } from '#domain/ids';

/** The counters a transaction has locked. */
export interface Locks {
  /** Locks what is about to be written and is not locked for that yet. Never waits for anybody (`Unlocked`). */
  toWrite(scopes: ReadonlySet<Scope>): Promise<void>;
  /** The next number of a scope locked for writing. */
  next(scope: Scope): number;
  /** Takes away counters made only to be locked. */
  tidy(): Promise<void>;
}

/** Somebody holds a scope that is written without having been needed: begin again and lock it with the others, in order. */
export interface Unlocked extends Error {
  readonly scopes: readonly Scope[];
}
export const isUnlocked = (error: unknown): error is Unlocked => error instanceof Error && error.name === 'Unlocked';

const LOCK_NOT_AVAILABLE = '55P03';
const ONE_BY_ONE = 'WHERE scope = ANY($1) ORDER BY scope';

/**
 * Locks counters in sorted order. Catalogues, which every claim reads and nobody but an administrator writes, are shared among readers, else
 * all processes would wait for each other at each claim; they come first, so that there is one order all the same.
 */
export const lockCounters = async (
  client: ClientBase,
  { read, written }: { readonly read: Iterable<Scope>; readonly written: Iterable<Scope> },
): Promise<Locks> => {
  const sure = new Set(written);
  const shared = new Set([...read].filter((scope) => scope.startsWith('c:') && !sure.has(scope)));
  const own = new Set([...read, ...sure].filter((scope) => !shared.has(scope)));
  const held = new Map<Scope, number>();
  const made = new Set<Scope>();

  const lock = async (scopes: ReadonlySet<Scope>, how: string): Promise<void> => {
    const found = await client.query<{ scope: Scope; seq: string }>({
      name: how,
      text: `SELECT scope, seq FROM counters ${ONE_BY_ONE} ${how}`,
      values: [[...scopes]],
    });
    for (const { scope, seq } of found.rows) held.set(scope, Number(seq));
    const absent = [...scopes].filter((scope) => !held.has(scope)).toSorted();
    if (absent.length > 0) await make(absent, how);
  };

  // A scope nobody ever wrote has no counter to lock: it is made. Somebody else's that is not committed yet is waited for.
  const make = async (absent: readonly Scope[], how: string): Promise<void> => {
    const text = 'INSERT INTO counters (scope, seq) SELECT unnest($1::text[]), 0 ON CONFLICT (scope) DO NOTHING RETURNING scope';
    const { rows } = await client.query<{ scope: Scope }>({ name: 'make', text, values: [absent] });
    for (const { scope } of rows) {
      held.set(scope, 0);
      made.add(scope);
    }
    const left = absent.filter((scope) => !held.has(scope));
    if (left.length > 0) await lock(new Set(left), how);
  };

  if (shared.size > 0) await lock(shared, 'FOR SHARE');
  if (own.size > 0) await lock(own, 'FOR UPDATE');
  return {
    toWrite: async (scopes) => {
      const more = new Set([...scopes].filter((scope) => !held.has(scope) || shared.has(scope)));
      if (more.size === 0) return;
      for (const scope of more) if (!made.has(scope)) held.delete(scope);
      await lock(more, 'FOR UPDATE NOWAIT').catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)) throw error;
        throw Object.assign(new Error('held by another', { cause: error }), { name: 'Unlocked', scopes: [...more] });
      });
      for (const scope of more) shared.delete(scope);
    },
    next: (scope) => {
      const seq = (held.get(scope) ?? 0) + 1;
      held.set(scope, seq);
      return seq;
    },
    tidy: async () => {
      const unused = [...made].filter((scope) => held.get(scope) === 0);
      if (unused.length > 0) await client.query('DELETE FROM counters WHERE scope = ANY($1) AND seq = 0', [unused]);
    },
  };
};
