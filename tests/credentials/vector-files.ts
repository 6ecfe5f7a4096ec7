import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';

const ROOT = new URL('../vectors/', import.meta.url);

/** Text of one file under tests/vectors. */
export const vectorText = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** One JSON object under tests/vectors. */
export const vectorJson = (path: string): JsonObject => {
  const value: unknown = JSON.parse(vectorText(path));
  if (!isObject(value)) throw new TypeError(`${path} is not an object`);
  return value;
};

/** Every JSON object with an @context under some folders of tests/vectors, by path. */
export const vectorDocuments = (...folders: readonly string[]): readonly (readonly [string, JsonObject])[] =>
  folders.flatMap((folder) =>
    readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(json|1ob)$/.test(file))
      .map((file) => [`${folder}/${file}`, JSON.parse(vectorText(`${folder}/${file}`))] as const)
      .filter((entry): entry is readonly [string, JsonObject] => isObject(entry[1]) && '@context' in entry[1]),
  );
