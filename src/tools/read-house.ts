import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './house-rules.ts';
import { projectRoot } from './project-root.ts';

/** Every TypeScript, TSX and .mjs file under a folder of the project, with paths from the project's folder. */
export const readHouse = (folder: string): readonly Source[] => {
  const full = join(projectRoot, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !path.startsWith('tests/vectors/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
};
