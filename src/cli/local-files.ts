import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bytes } from '#base/bytes';
import type { Terminal } from './terminal.ts';

/** The longest file of a badge that is read, in bytes (readBadgeFile's own limit). */
export const MAX_FILE = 16 * 1024 * 1024;

/** The first `limit` bytes of a file and one more if there is more, so that nobody has to hold a huge one; undefined when it cannot be read. */
export const readStart = (path: string, limit: number): Bytes | undefined => {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const chunks: Buffer[] = [];
    for (let size = 0; size <= limit; ) {
      const chunk = Buffer.alloc(Math.min(65_536, limit + 1 - size));
      const read = readSync(file, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    return new Uint8Array(Buffer.concat(chunks));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

/** Writes a file whole or not at all. Throws what the file system says. */
export const writeWhole = (path: string, content: Uint8Array | string): void => {
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = openSync(draft, 'wx');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
};

/** Gives data away: to a file when one was named, else to stdout. */
export const deliver = (text: string, out: string | undefined, terminal: Terminal): number => {
  if (out === undefined) terminal.print(text);
  else writeWhole(resolve(terminal.folder, out), `${text}\n`);
  return 0;
};
