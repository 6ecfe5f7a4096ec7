import type { Check, ClientStore, DeviceKey, Identity, OutboxEntry, Progress, PulledPage, SealedSegment } from '#client/sync/client-store';
import { isNewer, mergeProgress, NO_PROGRESS, settledUpTo, startsAnew } from '#client/sync/merge-progress';
import type { Need, Row } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';
import { needsOfPending, replay } from '#domain/replay';

/** All that a memory store holds: the disk of a simulated phone. It outlives every engine and store object over it. */
export interface Disk {
  key: DeviceKey | undefined;
  identity: Identity | undefined;
  progress: Progress;
  sealed: { readonly n: number; readonly head: string };
  next: number;
  cursors: { readonly [scope: string]: number };
  readonly rows: Map<string, Row>;
  outbox: readonly OutboxEntry[];
  segments: readonly SealedSegment[];
  readonly checks: Map<string, Check>;
  readonly listeners: Set<() => void>;
}

/** The disk of a phone that was never used. */
export const blankDisk = (): Disk => ({
  key: undefined,
  identity: undefined,
  progress: NO_PROGRESS,
  sealed: { n: 0, head: '' },
  next: 1,
  cursors: {},
  rows: new Map(),
  outbox: [],
  segments: [],
  checks: new Map(),
  listeners: new Set(),
});

const keyOf = ({ scope, kind, id }: Pick<Row, 'scope' | 'kind' | 'id'>): string => `${scope}\n${kind}\n${id}`;

const isNeeded = (row: Row) => (need: Need) =>
  row.scope === need.scope && row.kind === need.kind && (need.id === undefined || need.id === row.id);

const pendingOf = (disk: Disk): readonly OutboxEntry[] => disk.outbox.filter(({ n }) => n > disk.progress.last);

const recordsOf = (disk: Disk, needs: readonly Need[]): Overlay => {
  const { identity } = disk;
  const pending = identity ? pendingOf(disk) : [];
  const all = identity ? [...needs, ...needsOfPending(pending, identity.actor)] : needs;
  const rows = [...disk.rows.values()].filter((row) => all.some(isNeeded(row)));
  const records = overlayOf(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
  if (identity) replay(records, pending, identity.actor, identity.device);
  return records;
};

const applyPage = (disk: Disk, page: PulledPage): void => {
  const anew = startsAnew(disk.progress, page.progress);
  const allowed = new Set<string>(page.scopes.map(({ scope }) => scope));
  for (const [key, row] of disk.rows) if (anew || !allowed.has(row.scope)) disk.rows.delete(key);
  for (const row of page.scopes.flatMap(({ rows }) => rows)) if (isNewer(row, disk.rows.get(keyOf(row)))) disk.rows.set(keyOf(row), row);
  const before = anew ? {} : disk.cursors;
  disk.cursors = Object.fromEntries(page.scopes.map(({ scope, cursor }) => [scope, Math.max(before[scope] ?? 0, cursor)]));
  disk.progress = mergeProgress(disk.progress, page.progress);
  disk.outbox = disk.outbox.filter(({ n }) => n > settledUpTo(disk.progress));
  disk.segments = disk.segments.filter(({ last }) => last > disk.progress.safe);
};

/**
 * A ClientStore in memory, proved by the same contract as the one in IndexedDB: deterministic, for simulations and for tests in Node.
 * Two of them over one disk are two tabs.
 */
export const memoryClientStore = (disk: Disk = blankDisk()): ClientStore => {
  // A promise of its own for each call, so that other work may come between two calls as it does in a browser.
  const look = async <T>(work: () => T): Promise<T> => work();
  const change = async <T>(work: () => T): Promise<T> => {
    const answer = work();
    for (const listener of [...disk.listeners]) listener();
    return answer;
  };
  return {
    key: () => look(() => disk.key),
    keepKey: (fresh) =>
      change(() => {
        disk.key ??= fresh;
        return disk.key;
      }),
    identity: () => look(() => disk.identity),
    adopt: (identity) =>
      change(() => {
        if (disk.identity && disk.identity.device !== identity.device) throw new Error('this device is already somebody’s: leave first');
        disk.key = identity.keyPair;
        disk.identity = identity;
      }),
    read: (needs) => look(() => recordsOf(disk, needs)),
    act: (needs, pending, decide) =>
      change(() => {
        const { keep, answer } = decide(recordsOf(disk, needs));
        if (keep) disk.outbox = [...disk.outbox, pending(disk.next++)];
        return answer;
      }),
    outbox: () => look(() => pendingOf(disk)),
    unsealed: (limit) => look(() => disk.outbox.filter(({ n }) => n > disk.sealed.n).slice(0, limit)),
    head: () => look(() => disk.sealed.head),
    keepSegment: (kept) =>
      change(() => {
        if (kept.segment.prev !== disk.sealed.head || kept.segment.actions[0]?.n !== disk.sealed.n + 1) return;
        disk.segments = [...disk.segments, kept];
        disk.sealed = { n: kept.last, head: kept.head };
      }),
    segments: () => look(() => disk.segments),
    acknowledge: (last) =>
      change(() => {
        disk.progress = { ...disk.progress, acknowledged: Math.max(disk.progress.acknowledged, last) };
      }),
    progress: () => look(() => disk.progress),
    cursors: () => look(() => disk.cursors),
    applyPull: (page) => change(() => applyPage(disk, page)),
    checks: () => look(() => new Map(disk.checks)),
    keepCheck: (badge, check) => change(() => void disk.checks.set(badge, check)),
    subscribe: (listener) => {
      const own = () => listener();
      disk.listeners.add(own);
      return () => void disk.listeners.delete(own);
    },
  };
};
