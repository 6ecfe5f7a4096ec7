import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chanceOf } from '../build/field.ts';
import type { FileEvent } from './file-log.ts';

/** Whole numbers from 0 to below a limit. */
export type Below = (limit: number) => number;

export const belowOf = (seed: number): Below => {
  const chance = chanceOf(seed);
  return (limit) => new DataView(Uint8Array.from(chance(4)).buffer).getUint32(0) % Math.max(1, limit);
};

interface Change {
  readonly start: number;
  readonly end: number;
  /** The end of the first fsync that began after it had ended: from there on the disk must have it. */
  kept: number;
}
type BytesChange = Change & ({ readonly offset: number; readonly bytes: Uint8Array } | { readonly size: number });
type NameChange = Change & { readonly name: string; readonly node: Node | undefined };

interface File {
  readonly type: 'file';
  readonly changes: BytesChange[];
  /** Where the next plain write goes. */
  end: number;
}
interface Folder {
  readonly type: 'folder';
  readonly changes: NameChange[];
  readonly now: Map<string, Node>;
}
type Node = File | Folder;

/** All that was ever done to a folder, by file and by name. */
export interface DiskHistory {
  readonly parent: Folder;
  readonly name: string;
}

/** Follows a log from an empty disk on: the folder that holds `root` is the only thing that was there. */
export const followLog = (events: readonly FileEvent[], root: string): DiskHistory => {
  const above: Folder = { type: 'folder', changes: [], now: new Map() };
  const wordsOf = (path: string): readonly string[] => {
    if (path !== root && !path.startsWith(`${root}/`)) throw new Error(`outside of ${root}: ${path}`);
    return ['', ...path.slice(root.length).split('/').filter(Boolean)];
  };
  const find = (words: readonly string[]): Node | undefined =>
    words.reduce<Node | undefined>((node, word) => (node?.type === 'folder' ? node.now.get(word) : undefined), above);
  const name = ({ start, end }: FileEvent, path: string, node: Node | undefined): void => {
    const words = wordsOf(path);
    const folder = find(words.slice(0, -1));
    const last = words.at(-1) ?? '';
    if (folder?.type !== 'folder') throw new Error(`no folder for ${path}`);
    folder.changes.push({ start, end, kept: Number.POSITIVE_INFINITY, name: last, node });
    if (node) folder.now.set(last, node);
    else folder.now.delete(last);
  };
  for (const event of events) follow(event, { name, find: (path) => find(wordsOf(path)), above, root });
  return { parent: above, name: '' };
};

interface Tree {
  readonly name: (event: FileEvent, path: string, node: Node | undefined) => void;
  readonly find: (path: string) => Node | undefined;
  readonly above: Folder;
  readonly root: string;
}

const follow = (event: FileEvent, { name, find, above, root }: Tree): void => {
  const { start, end } = event;
  const fresh = { start, end, kept: Number.POSITIVE_INFINITY };
  // The shared memory of SQLite is made anew after every start; what is unlinked and still open is nobody's.
  if (event.path.endsWith(' (deleted)')) return;
  const node = event.path === dirname(root) ? above : find(event.path);
  if (event.what === 'folder') name(event, event.path, { type: 'folder', changes: [], now: new Map() });
  else if (event.what === 'gone') name(event, event.path, undefined);
  else if (event.what === 'link' || event.what === 'move') {
    name(event, event.to, node);
    if (event.what === 'move') name(event, event.path, undefined);
  } else if (event.what === 'sync') {
    for (const change of node?.changes ?? []) if (change.end < start) change.kept = Math.min(change.kept, end);
  } else if (event.what === 'open' && !node) name(event, event.path, { type: 'file', changes: [], end: 0 });
  else if (node?.type !== 'file') throw new Error(`no file ${event.path}`);
  else if (event.what === 'cut') node.changes.push({ ...fresh, size: event.size });
  else if (event.what === 'write') {
    node.changes.push({ ...fresh, offset: event.offset ?? node.end, bytes: event.bytes });
    if (event.offset === undefined) node.end += event.bytes.length;
  } else if (event.what === 'open' && event.empties) {
    node.changes.push({ ...fresh, size: 0 });
    node.end = 0;
  }
};

const SECTORS = [512, 4096] as const;

/**
 * Writes into `target` what a disk could hold if the power were cut at line `cut` of the log: all that was fsynced, and of the rest all,
 * nothing, a beginning, or anything in pieces of 512 or 4096 bytes; names of folders likewise. Gives the number of changes left out.
 */
export const writeImage = ({ parent, name }: DiskHistory, cut: number, below: Below, target: string): number => {
  let missing = 0;
  const settle = <C extends Change>(changes: readonly C[]): readonly (C & { readonly torn: boolean })[] => {
    const begun = changes.filter(({ start }) => start < cut);
    const open = begun.filter(({ kept }) => kept > cut);
    const way = below(4);
    const until = below(open.length + 1);
    const stays = new Set(open.filter((_, i) => (way === 0 ? true : way === 1 ? false : way === 2 ? i < until : below(2) === 0)));
    const tornAt = way === 2 ? open[until] : undefined;
    const left = begun.filter((change) => change.kept <= cut || stays.has(change) || change === tornAt);
    missing += begun.length - left.length;
    return left.map((change) => ({ ...change, torn: change.kept > cut && (change === tornAt || (way === 3 && below(4) === 0)) }));
  };
  const put = (node: Node, path: string): void => {
    if (node.type === 'file') {
      writeFileSync(path, contentOf(settle(node.changes), below));
      return;
    }
    mkdirSync(path, { recursive: true });
    const names = new Map<string, Node>();
    for (const { name: word, node: inside } of settle(node.changes))
      if (inside) names.set(word, inside);
      else names.delete(word);
    for (const [word, inside] of names) put(inside, join(path, word));
  };
  // The folder itself is a name in its parent, too.
  const whole = settle(parent.changes).findLast((change) => change.name === name)?.node;
  if (whole) put(whole, target);
  return missing;
};

const contentOf = (changes: readonly (BytesChange & { readonly torn: boolean })[], below: Below): Uint8Array => {
  const size = changes.reduce(
    (longest, change) => ('size' in change ? Math.max(longest, change.size) : Math.max(longest, change.offset + change.bytes.length)),
    0,
  );
  const bytes = new Uint8Array(size);
  let length = 0;
  for (const change of changes) {
    if ('size' in change) {
      bytes.fill(0, change.size, length);
      length = change.size;
      continue;
    }
    const pieces = change.torn ? torn(change, below) : [change];
    for (const piece of pieces) bytes.set(piece.bytes, piece.offset);
    length = Math.max(length, change.offset + change.bytes.length);
  }
  return bytes.subarray(0, length);
};

/** A write of which some sectors came to the disk and some did not. */
const torn = ({ offset, bytes }: { readonly offset: number; readonly bytes: Uint8Array }, below: Below) => {
  const sector = SECTORS[below(SECTORS.length)] ?? 512;
  const pieces: { readonly offset: number; readonly bytes: Uint8Array }[] = [];
  for (let at = offset; at < offset + bytes.length; ) {
    const next = Math.min(offset + bytes.length, (Math.floor(at / sector) + 1) * sector);
    if (below(2) === 0) pieces.push({ offset: at, bytes: bytes.subarray(at - offset, next - offset) });
    at = next;
  }
  return pieces;
};
