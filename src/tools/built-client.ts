import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';
import { runNode } from './run-program.ts';

/** File in dist holding the hash of everything the last build was made from. */
export const buildStamp = join(projectRoot, 'dist', '.stamp');

const inputs = ['index.html', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'src', 'public'] as const;
// What cannot change a byte of dist: the server's and cli's own rooms, and pictures made by the build itself.
const without = ['src/server', 'src/cli', 'public/pictures'];

const filesUnder = (path: string): readonly string[] => {
  const full = join(projectRoot, path);
  if (without.includes(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .toSorted()
    .flatMap((name) => filesUnder(`${path}/${name}`));
};

/** Hash of the content of every file the client is built from (a check-out changes dates, not content). */
export const clientInputsHash = (): string => {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesUnder)) {
    const bytes = readFileSync(join(projectRoot, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
};

/** True when dist was built from exactly the files that are here now. */
export const clientIsFresh = (): boolean => existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === clientInputsHash();

/** Builds the client unless dist is fresh, in a process of its own so that the builder's memory is given back. Throws when it fails. */
export const ensureClientBuilt = async (): Promise<void> => {
  if (clientIsFresh()) return;
  const { code } = await runNode('src/tools/build.ts');
  if (code !== 0) throw new Error('The client could not be built; the lines above say why.');
};
