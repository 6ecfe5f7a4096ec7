import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findOnPath } from '#tools/find-browser';

/** One change of files or one promise of the disk, as a program asked for it. `start` and `end` count the lines of the log. */
export type FileEvent = {
  readonly start: number;
  /** Infinity: it never ended. */
  readonly end: number;
  /** Wall clock, in milliseconds. */
  readonly at: number;
} & FileChange;

export type FileChange =
  | { readonly what: 'write'; readonly path: string; readonly offset: number | undefined; readonly bytes: Uint8Array }
  | { readonly what: 'cut'; readonly path: string; readonly size: number }
  | { readonly what: 'open'; readonly path: string; readonly empties: boolean }
  | { readonly what: 'sync'; readonly path: string }
  | { readonly what: 'folder'; readonly path: string }
  | { readonly what: 'move' | 'link'; readonly path: string; readonly to: string }
  | { readonly what: 'gone'; readonly path: string };

const CALLS =
  'pwrite64,pwritev,pwritev2,write,writev,fsync,fdatasync,ftruncate,truncate,fallocate,copy_file_range,sendfile,' +
  'rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,open,openat,creat,fchmod';

/** The command that runs another one and writes down what it does to files; undefined where there is no strace. */
export const recorded = (log: string): readonly string[] | undefined => {
  const strace = findOnPath(['strace']);
  if (strace === undefined) return undefined;
  return [strace, '-f', '-y', '-ttt', '-xx', '-s', '100000000', '-e', `trace=${CALLS}`, '-e', 'signal=none', '-o', log];
};

interface Line {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly call: string;
  readonly said: string;
}

/** What strace wrote down below `root`, in order; throws on a call that this reader does not know. */
export const readFileLog = (log: string, root: string): readonly FileEvent[] =>
  linesOf(readFileSync(log, 'latin1').split('\n'))
    .flatMap(({ start, end, at, call, said }) =>
      Number.isNaN(at) ? [] : changesOf(call, said, root).map((change) => ({ start, end, at, ...change })),
    )
    .toSorted((a, b) => orderOf(a) - orderOf(b));

// A name is there when the call has ended, bytes are from its beginning on.
const orderOf = ({ what, start, end }: FileEvent): number => (what === 'write' || what === 'cut' || what === 'sync' ? start : end);

const linesOf = (lines: readonly string[]): readonly Line[] => {
  const open = new Map<string, Omit<Line, 'end'>>();
  const found: Line[] = [];
  lines.forEach((line, n) => {
    const [, pid = '', at = '', rest = ''] = /^(\d+) +([\d.]+) (.*)$/s.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest);
    const [, call, said = ''] = /^(\w+)\((.*)$/s.exec(rest) ?? [];
    if (resumed) {
      const begun = open.get(pid);
      open.delete(pid);
      if (begun) found.push({ ...begun, said: begun.said + resumed[1], end: n });
    } else if (call !== undefined) {
      const begun = { start: n, at: Number(at) * 1000, call };
      if (said.endsWith(' <unfinished ...>')) open.set(pid, { ...begun, said: said.slice(0, -' <unfinished ...>'.length) });
      else found.push({ ...begun, said, end: n });
    }
  });
  return [...found, ...[...open.values()].map((begun) => ({ ...begun, end: Number.POSITIVE_INFINITY }))];
};

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex.replaceAll('\\x', ''), 'hex'));
const textOf = (hex: string): string => (hex.includes('\\x') ? new TextDecoder().decode(bytesOf(hex)) : hex);

const changesOf = (call: string, said: string, root: string): readonly FileChange[] => {
  // Cut off by the end of the program: whether it was done, nobody knows; only bytes may be there in part.
  const result = / = (-?\d+)[^=]*$/.exec(said)?.[1];
  if (result?.startsWith('-')) return [];
  const quoted = [...said.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => hex);
  const held = textOf(/^\d+<([^>]*)>/.exec(said)?.[1] ?? '');
  const path = held || textOf(quoted[0] ?? '');
  // The folder above holds the name of the root.
  const ours = (name: string): boolean => name === root || name.startsWith(`${root}/`) || (name === dirname(root) && call === 'fsync');
  const names = quoted.map(textOf).filter((name) => name.startsWith('/'));
  if (!ours(path) && !names.some(ours)) return [];
  const done = result !== undefined;
  switch (call) {
    case 'pwrite64':
      return [{ what: 'write', path, offset: Number(/, \d+, (\d+)(?:\)|$)/.exec(said)?.[1]), bytes: bytesOf(quoted[0] ?? '') }];
    case 'write':
      return [{ what: 'write', path, offset: undefined, bytes: bytesOf(quoted[0] ?? '') }];
    case 'ftruncate':
      return done ? [{ what: 'cut', path, size: Number(/, (\d+)\)/.exec(said)?.[1]) }] : [];
    case 'fsync':
    case 'fdatasync':
      return done ? [{ what: 'sync', path }] : [];
    case 'mkdir':
      return done ? [{ what: 'folder', path }] : [];
    case 'rename':
    case 'link':
      return done ? [{ what: call === 'link' ? 'link' : 'move', path: names[0] ?? '', to: names[1] ?? '' }] : [];
    case 'unlink':
    case 'rmdir':
      return done ? [{ what: 'gone', path }] : [];
    case 'openat': {
      const [name = ''] = names;
      return done && said.includes('O_CREAT') ? [{ what: 'open', path: name, empties: said.includes('O_TRUNC') }] : [];
    }
    default:
      throw new Error(`a call this reader does not know: ${call} ${path}`);
  }
};
