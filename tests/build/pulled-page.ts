import type { ClientStore, PulledPage, PulledScope } from '#client/sync/client-store';
import { startsAnew } from '#client/sync/merge-progress';

export type ToldScope = Pick<PulledScope, 'scope' | 'cursor' | 'rows'>;

/** The page a pull asked for right now would bring, if the server said this. */
export const pageFor = async (
  store: ClientStore,
  told: Partial<PulledPage['progress']>,
  scopes: readonly ToldScope[],
  more = false,
): Promise<PulledPage> => {
  const [of, basedOn, cursors] = [(await store.identity())?.device, await store.progress(), await store.cursors()];
  const progress = { epoch: 'one', last: 0, safe: 0, serverTime: 5000, seenAt: 5000, ...told };
  const anew = startsAnew(basedOn, progress);
  const asked = scopes.map((one) => ({ ...one, asked: anew ? 0 : (cursors[one.scope] ?? 0), full: false }));
  return { of, basedOn, progress, scopes: asked, more };
};

/** Pulls that page into the store. */
export const pullInto = async (store: ClientStore, ...said: Parameters<typeof pageFor> extends [unknown, ...infer Rest] ? Rest : never) =>
  store.applyPull(await pageFor(store, ...said));
