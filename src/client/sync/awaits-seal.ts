import { scopeOf } from '#domain/ids';
import type { ClientStore, Identity } from './client-store.ts';

/** Has a badge been taken that the server has not signed yet? Then there is something to hear soon. */
export const awaitsSeal = async (store: Pick<ClientStore, 'read'>, { actor }: Identity): Promise<boolean> => {
  if (actor.role !== 'person') return false;
  const scope = scopeOf('p', actor.person);
  const records = await store.read([{ scope, kind: 'badge' }]);
  return records.list(scope, 'badge').some(({ body }) => body.step === 'claimed');
};
