import type { Scope } from '#domain/ids';

/** GET: the rows of a scope as they were at one cursor of one history. */
export const SNAPSHOT_PATH = '/api/snapshot';

/** The address of a snapshot; what stands under it never changes. */
export const snapshotPath = (epoch: string, scope: Scope, cursor: number): `${typeof SNAPSHOT_PATH}/${string}` =>
  `${SNAPSHOT_PATH}/${encodeURIComponent(epoch)}/${scope.replace(':', '-')}/${cursor}`;
