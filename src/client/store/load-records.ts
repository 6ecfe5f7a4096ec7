import type { OutboxEntry } from '#client/sync/client-store';
import { NO_PROGRESS } from '#client/sync/merge-progress';
import type { Need, Row } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';
import { needsOfPending, replay } from '#domain/replay';
import type { Tables } from './tables.ts';

const keyOf = (need: Need): string => `${need.scope}\n${need.kind}\n${need.id ?? ''}`;

/** The rows that are needed, each once; a whole kind comes at once, by its index. */
const loadRows = async ({ rows }: Tables, needs: readonly Need[]): Promise<readonly Row[]> => {
  const once = [...new Map(needs.map((need) => [keyOf(need), need])).values()];
  const lists = await Promise.all(
    once.map(async (need): Promise<readonly Row[]> => {
      if (need.id === undefined) return rows.ofKind(need.scope, need.kind);
      const row = await rows.get([need.scope, need.kind, need.id]);
      return row ? [row] : [];
    }),
  );
  return lists.flat();
};

/** Acts whose effects have not been pulled, by number. */
export const pendingActs = async ({ outbox, meta }: Tables): Promise<readonly OutboxEntry[]> =>
  outbox.after(((await meta.get('progress')) ?? NO_PROGRESS).last);

/** Acts that are shown in the records: what touches a scope that was lost is not. */
const replayedActs = async (tables: Tables): Promise<readonly OutboxEntry[]> => {
  const [pending, aside] = await Promise.all([pendingActs(tables), tables.aside.all()]);
  if (aside.length === 0) return pending;
  const hidden = new Set(aside.map(({ id }) => id));
  return pending.filter(({ action }) => !hidden.has(action.id));
};

/** The needed records as the screen shows them: pulled rows with the pending acts replayed over them. */
export const loadRecords = async (tables: Tables, needs: readonly Need[]): Promise<Overlay> => {
  // Side by side: what a phone waits for is the turns of its event loop, not the disk.
  const [identity, pending, asked] = await Promise.all([tables.meta.get('identity'), replayedActs(tables), loadRows(tables, needs)]);
  if (!identity || pending.length === 0) return overlayOf(asked);
  const known = new Set(needs.map(keyOf));
  const more = needsOfPending(pending, identity.actor).filter((need) => !known.has(keyOf(need)));
  const records = overlayOf([...asked, ...(await loadRows(tables, more))]);
  replay(records, pending, identity.actor, identity.device);
  return records;
};
