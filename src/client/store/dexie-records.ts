import type { OutboxEntry } from '#client/sync/client-store';
import { isNewer, NO_PROGRESS } from '#client/sync/merge-progress';
import type { Actor } from '#domain/device';
import type { Need, Row } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';
import { needsOfPending, replay } from '#domain/replay';
import type { Database } from './database.ts';

const keyOf = (need: Need): string => `${need.scope}\n${need.kind}\n${need.id ?? ''}`;

/** The rows that are needed, each once; a whole kind comes in one `getAll` on its index. */
const loadRows = async ({ rows }: Database, needs: readonly Need[]): Promise<readonly Row[]> => {
  const once = [...new Map(needs.map((need) => [keyOf(need), need])).values()];
  const lists = await Promise.all(
    once.map(async (need): Promise<readonly Row[]> => {
      if (need.id === undefined) return rows.where('[scope+kind]').equals([need.scope, need.kind]).toArray();
      const row = await rows.get([need.scope, need.kind, need.id]);
      return row ? [row] : [];
    }),
  );
  return lists.flat();
};

/** Acts whose effects have not been pulled, by number. Inside a transaction. */
export const pendingActs = async ({ outbox, meta }: Database): Promise<readonly OutboxEntry[]> =>
  outbox
    .where('n')
    .above(((await meta.get('progress')) ?? NO_PROGRESS).last)
    .toArray();

/** The needed records as the screen shows them: pulled rows with the pending acts replayed over them. Inside a transaction. */
export const loadRecords = async (database: Database, needs: readonly Need[]): Promise<Overlay> => {
  const identity = await database.meta.get('identity');
  const pending = identity ? await pendingActs(database) : [];
  const actor: Actor | undefined = identity?.actor;
  const records = overlayOf(await loadRows(database, actor ? [...needs, ...needsOfPending(pending, actor)] : needs));
  if (identity) replay(records, pending, identity.actor, identity.device);
  return records;
};

/** Puts the rows of a page that are newer than what is held. Inside a transaction. */
export const putNewer = async ({ rows }: Database, incoming: readonly Row[]): Promise<void> => {
  const held = await rows.bulkGet(incoming.map(({ scope, kind, id }) => [scope, kind, id]));
  await rows.bulkPut(incoming.filter((row, i) => isNewer(row, held[i])));
};
