import { err, ok, type Result } from '#base/result';
import type { MediaId, Scope } from './ids.ts';
import { type Media, mediaScopes } from './media.ts';
import { type Need, type Patch, put, type Records } from './record.ts';

/** What must be seen to know whether there is room for more. */
export const mediaNeeds = (scope: Scope): readonly Need[] => mediaScopes(scope).map((one) => ({ scope: one, kind: 'media' }));

/** Bytes of all media of a scope's owner; what stands in two scopes counts once. */
export const mediaBytes = (records: Records, scope: Scope): number =>
  [...sizesOf(records, scope).values()].reduce((sum, size) => sum + size, 0);

const sizesOf = (records: Records, scope: Scope): ReadonlyMap<string, number> =>
  new Map(mediaScopes(scope).flatMap((one) => records.list(one, 'media').map(({ id, body }) => [id, body.size] as const)));

/** Bytes have arrived in a scope: they are told there once, while there is room. */
export const keepMedia = (
  records: Records,
  { scope, id, media, quota }: { readonly scope: Scope; readonly id: MediaId; readonly media: Media; readonly quota: number },
): Result<readonly Patch[], 'QuotaFull'> => {
  if (records.get(scope, 'media', id)) return ok([]);
  const isNew = !sizesOf(records, scope).has(id);
  if (isNew && mediaBytes(records, scope) + media.size > quota) return err('QuotaFull');
  return ok([put(scope, 'media', id, media)]);
};
