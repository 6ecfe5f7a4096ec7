import type { Millis } from '#base/ambient';
import { parseDidDocument } from './did-document.ts';
import { didWebAddress } from './did-web.ts';
import type { KnownDid } from './issuer-key.ts';
import { isObject } from './json.ts';
import type { KnownKey } from './known-key.ts';
import { readKnownKey } from './known-key.ts';
import type { ServedDocument } from './served-document.ts';
import { servedObject } from './served-document.ts';
import type { StatusList } from './status-list.ts';
import { readStatusList } from './status-list.ts';

/** A document at hand, and when it was got. */
export type Found = ServedDocument & { readonly asOf: Millis };

/** How documents are found: by the id they are known by, else at the address where they lie (null: they have none), which it must not trust. */
export type Find = (id: string, address: string | null) => Promise<Found | undefined>;

/** Everything verification may look up. */
export interface Sources {
  readonly dids: (did: string) => Promise<KnownDid | undefined>;
  readonly statusLists: (address: string) => Promise<StatusList | undefined>;
  readonly keys: (address: string) => Promise<KnownKey | undefined>;
  readonly documents: (address: string) => Promise<ServedDocument | undefined>;
}

/** All that verification looks up, out of one way of finding documents; each is asked for at most once. */
export const sourcesFrom = (find: Find): Sources => {
  const dids = once(async (did): Promise<KnownDid | undefined> => {
    const found = await find(did, didWebAddress(did));
    const document = found && parseDidDocument(servedObject(found));
    return found && document?.ok && document.value.id === did ? { document: document.value, asOf: found.asOf } : undefined;
  });
  const statusLists = once(async (address): Promise<StatusList | undefined> => {
    const found = await find(address, address);
    const list = found && (await readStatusList(servedObject(found), found.asOf, dids));
    return list?.ok ? list.value : undefined;
  });
  // A key may lie in a file of its own, or be one of a set that has the address before the `#`.
  const keys = once(async (address): Promise<KnownKey | undefined> => {
    const whole = address.split('#', 1)[0] ?? '';
    const found = (await find(address, null)) ?? (await find(whole, whole));
    return (found && readKnownKey(keyNamed(servedObject(found), address))) ?? undefined;
  });
  const documents = once((address) => find(address, address));
  return { dids, statusLists, keys, documents };
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

/** Asks once for each id, also when asked again before the answer is there. */
export const once = <T>(get: (id: string) => Promise<T>): ((id: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const got = known.get(id) ?? get(id);
    known.set(id, got);
    return got;
  };
};
