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

/** Paths of the files of a folder of tests/vectors whose names match. */
export const vectorFiles = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => `${folder}/${file}`);

/** Every JSON object with an @context under some folders of tests/vectors, by path. */
export const vectorDocuments = (...folders: readonly string[]): readonly (readonly [string, JsonObject])[] =>
  folders.flatMap((folder) =>
    vectorFiles(folder, /\.(json|1ob)$/)
      .map((file) => [file, JSON.parse(vectorText(file))] as const)
      .filter((entry): entry is readonly [string, JsonObject] => isObject(entry[1]) && '@context' in entry[1]),
  );

/** Bytes of one file under tests/vectors. */
export const vectorBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, ROOT)));
