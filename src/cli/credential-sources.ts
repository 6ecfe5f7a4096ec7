import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Millis } from '#base/ambient';
import { type Bytes, fromUtf8 } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import { isObject } from '#credentials/json';
import { type Sources as CredentialSources, type Find, once, sourcesFrom } from '#credentials/sources';
import type { AskOutside } from '#server/actions/fetch-document';
import { readStart } from './local-files.ts';

/** A JSON document at hand, and when it was got. */
interface Found {
  readonly json: unknown;
  readonly asOf: Millis;
}

export interface SourceOptions {
  /** Folder of JSON files (DID documents, status lists, keys), each known by its `id`. */
  readonly cache?: string;
  /** How the network is asked; undefined when it is off. */
  readonly outside?: AskOutside | undefined;
  /** Our own server, whose documents lie at its own address even over http. */
  readonly ownOrigin?: string | undefined;
  readonly now: Millis;
}

/** What verification may look up, and the file behind an address given by hand. Everything is asked at most once. */
export interface Sources extends CredentialSources {
  readonly file: (address: string) => Promise<Bytes | undefined>;
}

const MAX_BYTES = 4 * 1024 * 1024;

/** Documents from a folder first, then from the network unless it is off; an error says which folder cannot be read. */
export const openSources = ({ cache, outside, ownOrigin, now }: SourceOptions): Result<Sources, string> => {
  const folder = cache === undefined ? new Map<string, Found>() : readFolder(cache);
  if (folder === null) return err(`--cache ${cache} is no folder that can be read.`);

  const ask = once(async (address) => outside?.(address, MAX_BYTES));
  const file = async (address: string): Promise<Bytes | undefined> => {
    const got = await ask(address);
    return got?.ok ? got.value.bytes : undefined;
  };
  const find: Find = async (id, address) => {
    const held = folder.get(id);
    if (held !== undefined) return { content: held.json, asOf: held.asOf };
    const got = address === null ? undefined : await ask(ownAddress(address, ownOrigin));
    if (got?.ok === false && got.error === 'gone') return { gone: true, asOf: now };
    const text = got?.ok ? textOf(got.value.bytes) : undefined;
    return text === undefined ? undefined : { content: text, asOf: now };
  };
  return ok({ ...sourcesFrom(find), file });
};

// did:web means https; our own host in development is the one exception.
const ownAddress = (address: string, ownOrigin: string | undefined): string => {
  if (ownOrigin === undefined || !URL.canParse(address)) return address;
  const { host, pathname, search } = new URL(address);
  return host === new URL(ownOrigin).host ? `${ownOrigin}${pathname}${search}` : address;
};

/** Everything in a folder that has an `id` (a JWK may say `kid`); of two with the same one the file changed last. */
const readFolder = (folder: string): Map<string, Found> | null => {
  const found = new Map<string, Found>();
  const names = namesIn(folder);
  for (const name of names ?? []) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    const json = stat?.isFile() ? jsonOf(readStart(path, MAX_BYTES)) : undefined;
    const id = isObject(json) ? (json['id'] ?? json['kid']) : undefined;
    if (typeof id !== 'string' || !stat) continue;
    const asOf = Math.floor(stat.mtimeMs);
    if (asOf >= (found.get(id)?.asOf ?? 0)) found.set(id, { json, asOf });
  }
  return names === null ? null : found;
};

const namesIn = (folder: string): readonly string[] | null => {
  try {
    return readdirSync(folder)
      .filter((name) => /\.json(?:ld)?$/i.test(name))
      .toSorted();
  } catch {
    return null;
  }
};

const jsonOf = (bytes: Uint8Array | undefined): unknown => {
  const text = bytes === undefined || bytes.length > MAX_BYTES ? undefined : textOf(bytes);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return fromUtf8(bytes).replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
};
