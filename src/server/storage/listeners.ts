import type { Scope } from '#domain/ids';

/** Who wants to know which scopes were written. */
export interface Listeners {
  add(listener: (scopes: readonly Scope[]) => void): () => void;
  tell(scopes: Iterable<Scope>): void;
  readonly count: () => number;
}

export const listeners = (): Listeners => {
  const all = new Set<(scopes: readonly Scope[]) => void>();
  return {
    add: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (scopes) => {
      if (all.size === 0) return;
      const told = [...new Set(scopes)];
      if (told.length > 0) for (const listener of all) listener(told);
    },
    count: () => all.size,
  };
};
