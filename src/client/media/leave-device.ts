import { toBase64url } from '#base/bytes';
import { leave } from '#client/sync/leave';
import { type PackDeps, packBytes } from '#client/sync/pack-box';
import { boxId, MAX_BOXED_BYTES } from '#protocol/box';
import type { HeldMedia, MediaStore } from './media-store.ts';
import { arrivedOf } from './open-uploads.ts';

type Media = Pick<MediaStore, 'held' | 'bytesOf' | 'wipe'>;

/**
 * Leaves a shared device with what was made on it: bytes that have not arrived are closed for the server as acts are, the rest is wiped.
 * Bytes are closed, then wiped, then her acts and rows go: a kill in between shows nobody her photos, and loses none.
 */
export const leaveDevice = async (deps: PackDeps, media: Media): Promise<Awaited<ReturnType<typeof leave>>> => {
  const arrived = await arrivedOf(deps.store, media);
  const waiting = (await media.held()).filter(({ id, refused }) => !arrived.has(id) && refused === undefined);
  for (const one of waiting) if (!(await closeAll(deps, media, one))) return 'no-key';
  await media.wipe();
  return leave(deps);
};

/** One box after the other: a film is never twice in memory. False: there is no key to close it for. */
const closeAll = async (deps: PackDeps, media: Media, { id, scope, type, size, take }: HeldMedia): Promise<boolean> => {
  const all = await media.bytesOf(take);
  const at = deps.clock();
  // From the beginning, whatever the server has acknowledged: one that was set back, or waited too long, has forgotten it.
  for (let offset = 0, n = 0; offset < size; offset += MAX_BOXED_BYTES, n++) {
    const bytes = toBase64url(all.slice(offset, offset + MAX_BOXED_BYTES));
    const closed = await packBytes(deps, { scope, media: id, type, size, offset, bytes });
    if (!closed) return false;
    await deps.store.keepBox({ id: await boxId(closed.box), box: closed.box, from: 'left', at: at + n });
  }
  return true;
};
