import type { Scope } from './ids.ts';
import type { Bodies, Kind, Patch, Records, Row } from './record.ts';
import type { Stamps } from './stamp.ts';

type Held = Pick<Row, 'scope' | 'kind' | 'id' | 'body' | 'stamps' | 'deleted'>;

/** Records that can take patches on top, so that the next rule sees what the last one decided. */
export interface Overlay extends Records {
  apply(patches: readonly Patch[]): void;
}

const keyOf = (scope: string, kind: string, id: string): string => `${scope}\n${kind}\n${id}`;

/** A view over rows, ordered as given; removed rows are not seen. */
export const overlayOf = (rows: Iterable<Held>): Overlay => {
  const held = new Map<string, Held>();
  for (const row of rows) held.set(keyOf(row.scope, row.kind, row.id), row);
  return {
    get: <K extends Kind>(scope: Scope, kind: K, id: string) => {
      const row = held.get(keyOf(scope, kind, id));
      return row && !row.deleted ? bodyOf<K>(row) : undefined;
    },
    list: <K extends Kind>(scope: Scope, kind: K) => {
      const found: { readonly id: string; readonly body: Bodies[K] }[] = [];
      for (const row of held.values())
        if (row.scope === scope && row.kind === kind && !row.deleted) found.push({ id: row.id, body: bodyOf<K>(row) });
      return found;
    },
    stamps: (scope, kind, id) => held.get(keyOf(scope, kind, id))?.stamps ?? {},
    apply: (patches) => {
      for (const patch of patches) {
        const key = keyOf(patch.scope, patch.kind, patch.id);
        held.set(key, { ...patch, stamps: mergeStamps(held.get(key)?.stamps, patch.stamps), deleted: patch.body === null });
      }
    },
  };
};

/** Stamps after a write: the new ones over the old ones. */
export const mergeStamps = (before: Stamps | undefined, written: Stamps | undefined): Stamps => ({ ...before, ...written });

// Rows are parsed at the door (pull, push, seed); inside they are trusted to have the body their kind says.
const bodyOf = <K extends Kind>(row: Held): Bodies[K] => row.body as unknown as Bodies[K];
