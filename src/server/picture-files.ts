import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureOf } from '#server/actions/public-badge';

/** The pictures made at build time, read from the first folder that has them, to be embedded in badge images. */
export const openPictureFiles = (...folders: readonly string[]): PictureOf => {
  const held = new Map<string, Awaited<ReturnType<PictureOf>>>();
  return async (name) => {
    // A name of PictureName's alphabet: no path can be built from it.
    if (!/^[a-z0-9-]{1,64}$/.test(name)) return null;
    if (!held.has(name)) held.set(name, await readPicture(folders, `${name}.svg`));
    return held.get(name) ?? null;
  };
};

const readPicture = async (folders: readonly string[], file: string) => {
  for (const folder of folders) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '');
    const [, viewBox, body] = /^<svg[^>]*\bviewBox="([^"]+)"[^>]*>(.*)<\/svg>\s*$/s.exec(text) ?? [];
    if (viewBox && body) return { viewBox, body };
  }
  return null;
};
