import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BytePlace, ByteRange, Named } from '#domain/byte-place';
import { STORAGE_FULL, storageError } from '#domain/storage-error';
import { makeLastingFolder } from './lasting-folder.ts';
import { placeName, placePrefix } from './place-name.ts';
import { wholly } from './wholly.ts';

const UNFINISHED = '.unfinished';
const DAY_MS = 86_400_000;

/**
 * A folder: written beside, fsync, renamed, folder fsync. What a crash left unfinished stands apart and is swept away a day later; others
 * may be writing there. Rejects when the folder cannot be made.
 */
export const openFolderPlace = async (root: string): Promise<BytePlace> => {
  const unfinished = join(root, UNFINISHED);
  makeLastingFolder(root);
  makeLastingFolder(unfinished);
  await sweep(unfinished);
  const pathOf = (name: string): string => join(root, placeName(name));

  const write: BytePlace['write'] = async (name, size, parts) => {
    const [path, draft] = [pathOf(name), join(unfinished, randomBytes(12).toString('hex'))];
    try {
      await writeDraft(draft, wholly(size, parts()));
      await moveInto(root, draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT' ? storageError(STORAGE_FULL, error) : error;
    }
  };

  return {
    write,
    read: async (name, range) => {
      const path = pathOf(name);
      const found = await stat(path).catch(unlessMissing);
      return found?.isFile() ? { size: found.size, bytes: contentOf(path, range) } : undefined;
    },
    size: async (name) => {
      const found = await stat(pathOf(name)).catch(unlessMissing);
      return found?.isFile() ? found.size : undefined;
    },
    list: (prefix) => walk(root, placePrefix(prefix)),
    remove: async (name) => {
      const path = pathOf(name);
      await rm(path, { force: true });
      await syncFolder(dirname(path)).catch(unlessMissing);
      await removeEmpty(root, dirname(path));
    },
  };
};

const writeDraft = async (draft: string, parts: AsyncIterable<Uint8Array>): Promise<void> => {
  const file = await open(draft, 'wx', 0o600);
  try {
    for await (const part of parts) await file.writeFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** A folder emptied by somebody's `remove` may vanish just before the rename: it is made again. */
const moveInto = async (root: string, draft: string, path: string): Promise<void> => {
  for (let left = 9; ; left--) {
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(draft, path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || left === 0) throw error;
      continue;
    }
    // New folders are names in their parents, whoever has just made them.
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      await syncFolder(folder);
      if (folder === root) return;
    }
  }
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const removeEmpty = async (root: string, folder: string): Promise<void> => {
  if (folder === root) return;
  const gone = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (gone) await removeEmpty(root, dirname(folder));
};

// Opened when the first byte is asked for: what nobody reads holds nothing open.
async function* contentOf(path: string, range: ByteRange | undefined): AsyncIterable<Uint8Array> {
  yield* createReadStream(path, { ...(range && { start: range.first, end: range.last }), highWaterMark: 256 * 1024 });
}

async function* walk(root: string, prefix: string): AsyncIterable<Named> {
  const entries = await readdir(join(root, prefix), { withFileTypes: true }).catch(unlessMissing);
  for (const entry of entries ?? []) {
    if (entry.name.startsWith('.')) continue;
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, `${name}/`);
    else {
      const found = await stat(join(root, name)).catch(unlessMissing);
      if (found) yield { name, size: found.size };
    }
  }
}

const sweep = async (unfinished: string): Promise<void> => {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const found = await stat(path).catch(unlessMissing);
    if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(path, { force: true });
  }
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const unlessMissing = (error: unknown): undefined => {
  if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
  throw error;
};
