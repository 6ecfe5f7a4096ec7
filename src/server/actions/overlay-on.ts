import type { Json } from '#base/canonical-json';
import type { Kind, Need, Records } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';

/** A layer over loaded records on which decisions can be laid, so that the next rule of one judgement sees the last one's. */
export const overlayOn = (records: Records, needs: readonly Need[]): Overlay => overlayOf(needs.flatMap((need) => heldFor(records, need)));

const heldFor = (records: Records, { scope, kind, id }: Need) => {
  const ids = id === undefined ? records.list(scope, kind).map((found) => found.id) : [id];
  return ids.map((one) => held(records, scope, kind, one));
};

const held = (records: Records, scope: Need['scope'], kind: Kind, id: string) => {
  const body = records.get(scope, kind, id);
  // Bodies are plain JSON by construction.
  return { scope, kind, id, body: (body ?? null) as unknown as Json, stamps: records.stamps(scope, kind, id), deleted: body === undefined };
};
