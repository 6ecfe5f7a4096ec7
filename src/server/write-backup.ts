import { randomBytes } from 'node:crypto';
import type { BytePlace } from '#domain/byte-place';
import { mediaOwner } from '#domain/media';
import { mediaName } from '#server/actions/media-names';
import type { Counter, Moment, ServerStore } from '#server/storage/server-store';
import {
  chainsIn,
  groupName,
  KEYS,
  type Line,
  lineText,
  MEDIA,
  RECORDS,
  readComplete,
  type Stretch,
  writeComplete,
  writeLines,
  writeWhole,
} from './backup-format.ts';
import type { KeyFiles } from './key-files.ts';

/** What is backed up. */
export interface BackedUp {
  readonly store: ServerStore;
  readonly media: BytePlace;
  readonly keys: KeyFiles;
}

/** Which rows a group takes. */
export interface Since {
  readonly which: 'all' | 'unsafe';
  /** The number up to which a scope's rows are in the backup already. */
  after(counter: Counter): number;
  /** Whether what `after` says is about this chain at all; looked at in the same moment as the rows. */
  isOurs?(facts: Readonly<Record<string, string>>): boolean;
}

export interface Written {
  readonly scopes: readonly Stretch[];
  readonly rows: number;
  /** Bytes of records, as they lie there. */
  readonly bytes: number;
  /** Media copied now, and media that records speak of and that stand nowhere. */
  readonly copied: number;
  readonly missing: readonly string[];
}

const PAGE = 500;
const PART_LETTERS = 2 * 1024 * 1024;
const TURN_LETTERS = 64 * 1024;

/** Chains written while the server serves, and those written by one command after the other; each goes on by itself, also in one place. */
export type ChainKind = 'kept' | 'once';

/** A name for a new chain: later ones of a kind sort later. */
export const newChain = (kind: ChainKind, now: number): string =>
  `${kind}-${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;

/**
 * Writes what is new at one moment as one group of a chain (`isWhole`: its first group is there already): rows, then the keys and media they
 * speak of, then the line that closes the group. Cut anywhere, the backup is what it was before. Nothing is written when nothing is new;
 * null when the chain is not ours any more.
 */
export const writeGroup = async (
  source: BackedUp,
  target: BytePlace,
  { chain, isWhole }: { readonly chain: string; readonly isWhole: boolean },
  since: Since,
  now: number,
): Promise<Written | null> => {
  const group = `${now.toString(36).padStart(9, '0')}-${randomBytes(3).toString('hex')}`;
  const parts = openParts(target, chain, group);
  const media = new Set<string>();
  const scopes: Stretch[] = [];
  const facts = await source.store.look(async (moment) => {
    const said = await moment.facts();
    if (since.isOurs && !since.isOurs(said)) return null;
    const counters = (await moment.counters(since.which)).filter((counter) => since.after(counter) < counter.seq);
    for (const counter of counters) {
      const stretch = { scope: counter.scope, from: since.after(counter), to: counter.seq };
      scopes.push(stretch);
      await writeStretch(moment, stretch, parts.add, media);
    }
    return said;
  });
  if (!facts) return null;
  if (scopes.length === 0 && isWhole) return { scopes, rows: 0, bytes: 0, copied: 0, missing: [] };
  await copyKeys(source.keys, target);
  const { copied, missing } = await copyMedia(source.media, target, media);
  const written = await parts.end();
  if (!isWhole) await writeComplete(target, chain, { at: new Date(now).toISOString(), facts });
  return { scopes, ...written, copied, missing };
};

const writeStretch = async (moment: Moment, stretch: Stretch, add: (line: Line) => Promise<void>, media: Set<string>): Promise<void> => {
  const { scope, from } = stretch;
  await add(stretch);
  for (let [cursor, more] = [from, true]; more; ) {
    const page = await moment.feed(scope, cursor, PAGE);
    for (const { scope: _said, ...row } of page.rows) {
      await add({ row });
      if (row.kind === 'media' && !row.deleted) media.add(mediaName(mediaOwner(scope) ?? '', row.id));
    }
    ({ cursor, more } = page);
  }
};

/** Lines, gathered into parts; whoever else has work gets a turn now and then. */
const openParts = (target: BytePlace, chain: string, group: string) => {
  let lines: string[] = [];
  let [letters, turn, part, rows, bytes] = [0, 0, 0, 0, 0];
  let scope: string | undefined;
  const flush = async (): Promise<void> => {
    bytes += await writeLines(target, groupName(chain, group, part++), lines);
    // A part is read by itself: it begins with whose rows it has.
    lines = scope === undefined ? [] : [scope];
    letters = 0;
  };
  const add = async (line: Line): Promise<void> => {
    const text = lineText(line);
    if ('scope' in line) scope = text;
    else rows++;
    lines.push(text);
    letters += text.length;
    turn += text.length;
    if (letters > PART_LETTERS) await flush();
    if (turn > TURN_LETTERS) turn = await new Promise<number>((resolve) => setImmediate(resolve, 0));
  };
  return {
    add,
    end: async () => {
      lines.push(lineText({ end: part }));
      await flush();
      return { rows, bytes };
    },
  };
};

const namesIn = async (place: BytePlace, prefix: string): Promise<ReadonlySet<string>> => {
  const names = new Set<string>();
  for await (const { name } of place.list(prefix)) names.add(name);
  return names;
};

const copyKeys = async (keys: KeyFiles, target: BytePlace): Promise<void> => {
  const there = await namesIn(target, KEYS);
  for (const { name, text } of keys.entries())
    if (!there.has(`${KEYS}/${name}`)) await writeWhole(target, `${KEYS}/${name}`, Buffer.from(text));
};

const copyMedia = async (from: BytePlace, target: BytePlace, names: ReadonlySet<string>) => {
  let copied = 0;
  const missing: string[] = [];
  for (const name of names) {
    if ((await target.size(name)) !== undefined) continue;
    const size = await from.size(name);
    if (size === undefined) {
      missing.push(name);
      continue;
    }
    await target.write(name, size, () => contentOf(from, name));
    copied++;
  }
  return { copied, missing };
};

export async function* contentOf(place: BytePlace, name: string): AsyncIterable<Uint8Array> {
  const standing = await place.read(name);
  if (!standing) throw new Error(`${name} is gone`);
  yield* standing.bytes;
}

/** After a new chain is whole: keeps it and the one before of its kind, and forgets older ones, and media that stand nowhere any more. */
export const forgetOldChains = async (target: BytePlace, media: BytePlace, kind: ChainKind): Promise<void> => {
  const whole: string[] = [];
  const chains = [...(await chainsIn(target)).keys()].filter((chain) => chain.startsWith(`${kind}-`));
  for (const chain of chains) if (await readComplete(target, chain)) whole.push(chain);
  const oldest = whole.at(-2);
  if (oldest === undefined) return;
  for (const chain of chains.filter((name) => name < oldest))
    for (const name of await namesIn(target, `${RECORDS}/${chain}`)) await target.remove(name);
  for (const name of await namesIn(target, MEDIA)) if ((await media.size(name)) === undefined) await target.remove(name);
};
