import type { Clock, Millis } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import type { Scope } from '#domain/ids';
import type { Row } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import { MAX_ROWS } from '#protocol/limits';
import type { Snapshot } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';
import { isForDevices, toWire } from './wire-rows.ts';

/** A snapshot as it is sent, in every encoding a device may ask for. */
export interface PackedSnapshot {
  readonly etag: string;
  readonly plain: Bytes;
  readonly packed: { readonly br: Bytes; readonly gzip: Bytes };
}

export interface SnapshotDeps {
  readonly store: Pick<RecordStore, 'feed'>;
  readonly clock: Clock;
  readonly epoch: string;
  /** Compresses as well as it can: once for everybody. */
  readonly pack: (text: string) => Promise<{ readonly plain: Bytes } & PackedSnapshot['packed']>;
}

/** What everybody may read, frozen: a first visit takes it from any cache instead of asking for it row by row. */
export interface Snapshots {
  /** Up to which cursor (`seq` at most) a scope can be had as a snapshot now; asking makes a fresher one. */
  upTo(scope: Scope, seq: number): number | undefined;
  find(epoch: string, scope: Scope, cursor: number): PackedSnapshot | undefined;
  /** Resolves when nothing is being made any more. */
  idle(): Promise<void>;
}

interface Kept {
  readonly cursor: number;
  readonly snapshot: PackedSnapshot | undefined;
  readonly at: Millis;
}

// Smaller than this it costs a request more than it saves.
const WORTH_BYTES = 4 * 1024;
const RENEWED_AFTER_MS = 60_000;

/** Snapshots of catalogue scopes, made when first asked for; the one before stays for those who are fetching it. */
export const createSnapshots = (deps: SnapshotDeps): Snapshots => {
  const kept = new Map<Scope, readonly Kept[]>();
  let making: Promise<void> = Promise.resolve();
  let isMaking = false;
  const renew = (scope: Scope): void => {
    if (isMaking) return;
    isMaking = true;
    making = make(deps, scope)
      .then((fresh) => void kept.set(scope, [fresh, ...(kept.get(scope) ?? [])].slice(0, 2)))
      // Devices go on being told row by row.
      .catch(() => undefined)
      .finally(() => {
        isMaking = false;
      });
  };
  return {
    upTo: (scope, seq) => {
      if (!scope.startsWith('c:') || seq === 0) return undefined;
      const [latest] = kept.get(scope) ?? [];
      if (!latest || (latest.cursor !== seq && deps.clock() - latest.at > RENEWED_AFTER_MS)) renew(scope);
      return latest?.snapshot && latest.cursor <= seq ? latest.cursor : undefined;
    },
    find: (epoch, scope, cursor) => (epoch === deps.epoch ? kept.get(scope)?.find((one) => one.cursor === cursor)?.snapshot : undefined),
    idle: () => making,
  };
};

const make = async ({ store, clock, epoch, pack }: SnapshotDeps, scope: Scope): Promise<Kept> => {
  const rows: Row[] = [];
  let cursor = 0;
  for (let more = true; more; ) {
    const feed = await store.feed(scope, cursor, MAX_ROWS);
    rows.push(...feed.rows.filter((row) => !row.deleted && isForDevices(row)));
    ({ cursor, more } = feed);
  }
  const told: Snapshot = { protocol: PROTOCOL, epoch, scope, cursor, rows: rows.map(toWire) };
  const { plain, ...packed } = await pack(JSON.stringify(told));
  const snapshot = packed.gzip.length < WORTH_BYTES ? undefined : { etag: `"${epoch}-${scope.slice(2)}-${cursor}"`, plain, packed };
  return { cursor, snapshot, at: clock() };
};
