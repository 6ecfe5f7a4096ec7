import type { Scope } from '#domain/ids';
import { scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { scopesOf, type Who } from './scopes-of.ts';

/** Tells devices that are listening which of their scopes was written; `undefined`: this device may listen no more. */
export type Poked = (scope: Scope | undefined) => void;

export interface Pokes {
  /** Pokes this device until the returned function is called; undefined when too many are listening already. */
  listen(who: Who, poked: Poked): Promise<(() => void) | undefined>;
  /** Ends everybody's listening. */
  close(): void;
}

// An open connection each. Who is not let in looks for news by itself, less often.
const MAX_LISTENERS = 5000;
// One tab of a device listens; a connection that was lost may be taken for alive for a while.
const MAX_OF_ONE = 3;

interface Listener {
  readonly who: Who;
  readonly poked: Poked;
  scopes: readonly Scope[];
}

/**
 * "Scope X has changed", and nothing more: what changed is pulled as ever, so a poke that is lost costs only time. Rights are looked up
 * anew when something they follow from is written.
 */
export const createPokes = (store: RecordStore): Pokes => {
  const byScope = new Map<Scope, Set<Listener>>();
  const all = new Set<Listener>();
  const leave = (listener: Listener): void => {
    all.delete(listener);
    for (const scope of listener.scopes) {
      const there = byScope.get(scope);
      there?.delete(listener);
      if (there?.size === 0) byScope.delete(scope);
    }
    listener.scopes = [];
  };
  const stand = (listener: Listener, scopes: readonly Scope[]): void => {
    leave(listener);
    all.add(listener);
    listener.scopes = scopes;
    for (const scope of scopes) byScope.set(scope, (byScope.get(scope) ?? new Set<Listener>()).add(listener));
  };
  const look = async (listener: Listener): Promise<void> => {
    const { id } = listener.who;
    const own = scopeOf('d', id);
    const device = (await store.read([{ scope: own, kind: 'device', id }])).get(own, 'device', id);
    if (device && !device.revoked) return stand(listener, await scopesOf(store, { id, device }));
    leave(listener);
    listener.poked(undefined);
  };
  const stop = store.watch((written) => {
    const poked = new Set<Listener>();
    for (const scope of written)
      for (const listener of byScope.get(scope) ?? []) {
        if (!poked.has(listener)) listener.poked(scope);
        poked.add(listener);
      }
    // What one may read follows from one's device and from one's structure.
    if (written.some((scope) => scope.startsWith('d:') || scope.startsWith('s:')))
      for (const listener of poked) void look(listener).catch(() => undefined);
  });
  return {
    listen: async (who, poked) => {
      const own = [...all].filter((one) => one.who.id === who.id).length;
      if (all.size >= MAX_LISTENERS || own >= MAX_OF_ONE) return undefined;
      const listener: Listener = { who, poked, scopes: [] };
      // It counts from now on: many may ask at once.
      all.add(listener);
      const scopes = await scopesOf(store, who);
      // Everybody may have been sent away meanwhile.
      if (all.has(listener)) stand(listener, scopes);
      return () => leave(listener);
    },
    close: () => {
      stop();
      for (const { poked } of [...all]) poked(undefined);
      all.clear();
      byScope.clear();
    },
  };
};
