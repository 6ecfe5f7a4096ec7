import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Flags every Chromium of the tests starts with: works as root and in containers, and calls nobody. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
] as const;

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** Path of the first of these programs that is somewhere on the PATH. */
export const findOnPath = (names: readonly string[]): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
};

/** Playwright's own Chromium when someone has installed it (a path is known even when nothing is there). */
const playwrightOwn = (): string | undefined => {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as { chromium: { executablePath(): string } };
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
};

/**
 * Path of a Chromium already on this machine: `CHROMIUM_PATH`, then the PATH, then Playwright's own; undefined when there is none.
 * A `CHROMIUM_PATH` that cannot be run throws: someone asked for that very one.
 */
export const findInstalledBrowser = (): string | undefined => {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) {
    if (!isProgram(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which is not a program`);
    return wanted;
  }
  return findOnPath(names) ?? playwrightOwn();
};
