import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Millis } from '#base/ambient';
import { parseDidDocument } from '#credentials/did-document';
import { didWebAddress, didWebParts } from '#credentials/did-web';
import type { KnownDid } from '#credentials/issuer-key';
import { isObject } from '#credentials/json';
import { type KnownKey, readKnownKey } from '#credentials/known-key';
import { readStatusList, type StatusList } from '#credentials/status-list';

/** A JSON document at hand, and when it was got. */
interface Found {
  readonly json: unknown;
  readonly asOf: Millis;
}

export interface SourceOptions {
  /** Folder of JSON files (DID documents, status lists), each known by its `id`. */
  readonly cache?: string;
  readonly offline: boolean;
  /** Our own server, the only one asked over http. */
  readonly ownOrigin: string;
  readonly now: Millis;
}

/** What verification may look up, and the file behind an address given by hand. Everything is asked at most once. */
export interface Sources {
  readonly dids: (did: string) => Promise<KnownDid | undefined>;
  readonly statusLists: (address: string) => Promise<StatusList | undefined>;
  readonly keys: (address: string) => Promise<KnownKey | undefined>;
  readonly file: (address: string) => Promise<Uint8Array | undefined>;
}

const MAX_BYTES = 4 * 1024 * 1024;
const PATIENCE_MS = 10_000;

/** Documents from a folder first, then from the network unless it is off. */
export const openSources = ({ cache, offline, ownOrigin, now }: SourceOptions): Sources => {
  const files = cache === undefined ? new Map<string, Found>() : readFolder(cache);
  const file = (address: string): Promise<Uint8Array | undefined> => (offline ? Promise.resolve(undefined) : fetchFile(address, ownOrigin));

  const find = async (id: string, address: string | null): Promise<Found | undefined> => {
    const held = files.get(id);
    if (held || address === null) return held;
    const json = parsed(new TextDecoder().decode((await file(address)) ?? new Uint8Array(0)));
    return json === undefined ? undefined : { json, asOf: now };
  };

  const dids = once(async (did: string): Promise<KnownDid | undefined> => {
    const found = await find(did, addressOf(did, ownOrigin));
    const document = found && parseDidDocument(found.json);
    return found && document?.ok && document.value.id === did ? { document: document.value, asOf: found.asOf } : undefined;
  });

  const statusLists = once(async (address: string): Promise<StatusList | undefined> => {
    const found = await find(address, address);
    const list = found && (await readStatusList(found.json, found.asOf, dids));
    return list?.ok ? list.value : undefined;
  });

  const keys = once(async (address: string): Promise<KnownKey | undefined> => {
    const found = await find(address, address.startsWith('https:') ? (address.split('#')[0] ?? '') : null);
    return (found && readKnownKey(keyNamed(found.json, address))) ?? undefined;
  });

  return { dids, statusLists, keys, file };
};

// One of a set of keys (RFC 7517 §5), by its whole address or by what follows the `#`; a lone nameless one is the address's own.
const keyNamed = (json: unknown, address: string): unknown => {
  if (!isObject(json)) return undefined;
  const set = Array.isArray(json['keys']) ? json['keys'].filter(isObject) : [json];
  const fragment = address.split('#')[1];
  const named = set.find((key) => [key['id'], key['kid']].some((name) => name === address || (name !== undefined && name === fragment)));
  const key = named ?? set.find(({ id, kid }) => set.length === 1 && id === undefined && kid === undefined);
  return key && { ...key, id: address };
};

const once = <T>(get: (id: string) => Promise<T>): ((id: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const got = known.get(id) ?? get(id);
    known.set(id, got);
    return got;
  };
};

// did:web means https; our own host in development is the one exception.
const addressOf = (did: string, ownOrigin: string): string | null => {
  const parts = didWebParts(did);
  if (parts && parts.host === new URL(ownOrigin).host && parts.path.length > 0) return `${ownOrigin}/${parts.path.join('/')}/did.json`;
  return didWebAddress(did);
};

const readFolder = (folder: string): Map<string, Found> => {
  const found = new Map<string, Found>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const path = join(folder, name);
    const json = parsed(readFileSync(path, 'utf8'));
    const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : undefined;
    if (typeof id === 'string') found.set(id, { json, asOf: Math.floor(statSync(path).mtimeMs) });
  }
  return found;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const fetchFile = async (address: string, ownOrigin: string): Promise<Uint8Array | undefined> => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.origin !== ownOrigin)) return undefined;
  try {
    const headers = { accept: 'application/vc, application/did+json;q=0.9, application/json;q=0.8' };
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok && answer.body ? await readAtMost(answer.body) : undefined;
  } catch {
    // Unreachable, too slow, redirected: all of them are "not at hand".
    return undefined;
  }
};

const readAtMost = async (body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MAX_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};
