import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder for its owner only, unless it is there, and sees to it that a power cut does not take its name away again. */
export const makeLastingFolder = (path: string): void => {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 }) ?? path;
  // Also when it was there: whoever made it may have died before this.
  for (let made = path; ; made = dirname(made)) {
    try {
      syncFolder(dirname(made));
    } catch (error) {
      // A folder that others have made and this user may only pass through has outlived its making.
      if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) throw error;
    }
    if (made === first || made === dirname(made)) return;
  }
};

/** The names in a folder are on the disk when it returns. */
export const syncFolder = (path: string): void => {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};
