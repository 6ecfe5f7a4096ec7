import { createHash } from 'node:crypto';
import type { BytePlace } from '#domain/byte-place';
import type { Scope } from '#domain/ids';
import type { Row } from '#domain/record';
import type { MetaKey, ServerStore } from '#server/storage/server-store';
import { type Complete, chainsIn, KEYS, MEDIA, readComplete, readLines, readWhole, type Stretch } from './backup-format.ts';
import { type BackedUp, contentOf } from './write-backup.ts';

/** What came back, and what did not. */
export interface Restored {
  /** When the chain began that was read, and how many rows and media are back. */
  readonly at: string;
  readonly rows: number;
  readonly media: number;
  /** One line each: holes, damage, media that are missing. */
  readonly problems: readonly string[];
}

// What belongs to the installation. The epoch is a new one: phones pull everything anew and send what is not in the backup again.
const FACTS: readonly MetaKey[] = ['host', 'seed'];

/**
 * Puts the youngest backup back: keys, media, records, then the facts. Until then the data say they are being restored and no server
 * starts on them; cut anywhere, it can be run again. Throws when there is no backup here.
 */
export const restoreBackup = async (from: BytePlace, into: BackedUp): Promise<Restored> => {
  const found = await newestChain(from);
  if (!found) throw new Error('There is no backup here.');
  await into.store.setMeta('restoring', found.chain);
  for await (const { name } of from.list(KEYS)) into.keys.putBack(name.slice(KEYS.length + 1), textOf(await readWhole(from, name)));
  const media = await restoreMedia(from, into.media);
  const records = await restoreRecords(from, into, found.parts);
  for (const fact of FACTS) if (found.facts[fact] !== undefined) await into.store.setMeta(fact, found.facts[fact]);
  const lost = await missingMedia(into.media, records.named);
  await into.store.setMeta('restoring', '');
  return { at: found.at, rows: records.rows, media: media.count, problems: [...media.problems, ...records.problems, ...lost] };
};

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** The whole chain whose last closed group is the youngest. */
const newestChain = async (from: BytePlace) => {
  let newest: (Complete & { readonly chain: string; readonly parts: readonly string[]; readonly last: string }) | undefined;
  for (const [chain, parts] of await chainsIn(from)) {
    const complete = await readComplete(from, chain);
    if (!complete) continue;
    const last = await lastClosed(from, parts);
    if (last !== undefined && (!newest || last > newest.last)) newest = { ...complete, chain, parts, last };
  }
  return newest;
};

// Groups are named by when they were written. A damaged one may have been closed: it is told about later.
const lastClosed = async (from: BytePlace, parts: readonly string[]): Promise<string | undefined> => {
  for (const group of groupsOf(parts).toReversed()) {
    const name = group.at(-1) ?? '';
    const end = await endOf(from, name).catch(() => 'damaged');
    if (end !== undefined) return name.slice(name.lastIndexOf('/') + 1);
  }
  return undefined;
};

const restoreMedia = async (from: BytePlace, into: BytePlace) => {
  let count = 0;
  const problems: string[] = [];
  for await (const { name, size } of from.list(MEDIA)) {
    if ((await into.size(name)) !== size) await into.write(name, size, () => contentOf(from, name));
    // Their name is their hash: what was damaged on either side is seen here.
    if ((await hashOf(into, name)) === name.slice(name.lastIndexOf('/') + 1)) count++;
    else problems.push(`${name} is damaged`);
  }
  return { count, problems };
};

const hashOf = async (place: BytePlace, name: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const part of contentOf(place, name)) hash.update(part);
  return hash.digest('hex');
};

/** What was read of the records so far. */
interface Reading {
  readonly stretches: Stretch[];
  readonly named: Set<string>;
  readonly problems: string[];
  rows: number;
}

const restoreRecords = async (from: BytePlace, { store }: BackedUp, names: readonly string[]) => {
  const reading: Reading = { stretches: [], named: new Set(), problems: [], rows: 0 };
  for (const group of groupsOf(names)) {
    const end = await endOf(from, group.at(-1) ?? '').catch(() => 'damaged' as const);
    // Cut while it was written: what it had came again in the next one.
    if (end === undefined) continue;
    if (end !== 'damaged' && group.length !== end + 1) reading.problems.push(`${group[0]}: some of its parts are missing`);
    for (const name of group) await restorePart(from, store, name, reading);
  }
  return { ...reading, problems: [...reading.problems, ...holes(reading.stretches)] };
};

const groupsOf = (names: readonly string[]): readonly (readonly string[])[] => {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = name.slice(0, name.lastIndexOf('.'));
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  return [...groups.values()];
};

/** The number of a group's last part, if this is it. */
const endOf = async (from: BytePlace, name: string): Promise<number | undefined> => {
  const last = (await readLines(from, name)).at(-1);
  return last && 'end' in last ? last.end : undefined;
};

const ROWS_AT_ONCE = 1000;

const restorePart = async (from: BytePlace, store: ServerStore, name: string, reading: Reading): Promise<void> => {
  const lines = await readLines(from, name).catch((error: unknown) => {
    reading.problems.push(`${name}: ${error instanceof Error ? error.message : 'damaged'}`);
    return [];
  });
  const rows: Row[] = [];
  const points: Point[] = [];
  for (const line of lines) {
    const scope = reading.stretches.at(-1)?.scope;
    if ('row' in line && scope) rows.push({ scope, ...line.row });
    else if ('scope' in line) {
      reading.stretches.push(line);
      points.push({ scope: line.scope, seq: line.to });
    }
  }
  for (const row of rows) if (row.kind === 'media' && !row.deleted) reading.named.add(row.id);
  reading.rows += rows.length;
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) await store.putBack(rows.slice(i, i + ROWS_AT_ONCE), []);
  // After the rows: a counter never promises what is not there yet.
  await store.putBack([], points);
};

type Point = Parameters<ServerStore['putBack']>[1][number];

/** Every scope's rows must be there without a hole, from the first on, whichever group brought them. */
const holes = (stretches: readonly Stretch[]): readonly string[] => {
  const covered = new Map<Scope, number>();
  const lost = new Set<Scope>();
  for (const { scope, from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const upTo = covered.get(scope) ?? 0;
    if (from > upTo) lost.add(scope);
    covered.set(scope, Math.max(upTo, to));
  }
  return [...lost].map((scope) => `${scope}: some of what was written is missing`);
};

const missingMedia = async (media: BytePlace, named: ReadonlySet<string>): Promise<readonly string[]> => {
  const there = new Set<string>();
  for await (const { name } of media.list(MEDIA)) there.add(name.slice(name.lastIndexOf('/') + 1));
  return [...named].filter((id) => !there.has(id)).map((id) => `the media ${id} are missing`);
};
