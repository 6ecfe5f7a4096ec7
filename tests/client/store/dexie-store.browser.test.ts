import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { type DexieStore, openDexieStore } from '#client/store/dexie-store';
import { signerOf } from '#client/sync/signer-of';
import { generateSigner } from '#credentials/keys';
import { CATALOGUE, type DeviceId, scopeOf } from '#domain/ids';
import { aRow, aSealedBadge, badgeId, PERSON } from '../../build/field.ts';
import { pullInto } from '../../build/pulled-page.ts';
import { clientStoreContract } from '../../contracts/client-store.contract.ts';

let place = 0;
let open: DexieStore[] = [];

const fresh = (): string => `contract-${++place}`;
let name = fresh();

clientStoreContract('IndexedDB', {
  open: () => {
    const store = openDexieStore(name);
    open.push(store);
    return store;
  },
  reset: async () => {
    for (const store of open) store.close();
    open = [];
    await Dexie.delete(name);
    name = fresh();
  },
});

/** What another page would find, by a connection of its own. */
const keptChecks = async (at: string): Promise<IDBValidKey[]> => {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const other = await answer(indexedDB.open(at));
  const keys = await answer(other.transaction('checks').objectStore('checks').getAllKeys());
  other.close();
  return keys;
};

describe('IndexedDB itself', () => {
  it('keeps a key whose private half cannot be read, and signs with it after a reload', async () => {
    const at = fresh();
    const { signer, keyPair } = await generateSigner({ extractable: false });
    const first = openDexieStore(at);
    await first.keepKey(keyPair);
    first.close();
    const again = openDexieStore(at);
    const key = await again.key();
    expect(key && (await signerOf(key)).publicKey).toBe(signer.publicKey);
    expect(key && 'privateKey' in key && key.privateKey.extractable).toBe(false);
    again.close();
  });

  it('opens again by itself when the connection is lost', async () => {
    const at = fresh();
    const store = openDexieStore(at);
    await store.keepCheck('before', { verdict: 'valid', at: 1, of: 1 });
    // What WebKit does after a pause: the handle is dead, no event says so, the next transaction throws InvalidStateError.
    const real = IDBDatabase.prototype.transaction;
    let dead = 1;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      if (dead-- > 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
      return real.apply(this, args);
    };
    try {
      expect((await store.checks()).has('before')).toBe(true);
    } finally {
      IDBDatabase.prototype.transaction = real;
    }
    await store.keepCheck('after', { verdict: 'valid', at: 1, of: 1 });
    expect((await store.checks()).has('after')).toBe(true);
    store.close();
  });

  it('bars nobody when its page is left in the middle of a write, and writes once somebody is back', async () => {
    const at = fresh();
    const store = openDexieStore(at);
    await store.keepCheck('before', { verdict: 'valid', at: 1, of: 1 });
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      IDBDatabase.prototype.transaction = real;
      queueMicrotask(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
      return real.apply(this, args);
    };
    const writing = store.keepCheck('meanwhile', { verdict: 'valid', at: 1, of: 1 });
    expect(await keptChecks(at)).toEqual(['before']);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await writing;
    expect(await keptChecks(at)).toEqual(['before', 'meanwhile']);
    store.close();
  });

  it('lets another tab upgrade the database, and works on', async () => {
    const at = fresh();
    const store = openDexieStore(at);
    await store.keepCheck('kept', { verdict: 'valid', at: 1, of: 1 });
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(at, 990);
      request.onupgradeneeded = () => request.result.createObjectStore('new-room');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    expect((await store.checks()).has('kept')).toBe(true);
    store.close();
  });

  it('loads a wall of 500 badges without their credentials', async () => {
    const scope = scopeOf('p', PERSON);
    const at = fresh();
    const store = openDexieStore(at);
    await store.adopt({
      device: 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' as DeviceId,
      actor: { role: 'person', person: PERSON },
      keyPair: { seed: new Uint8Array(32) },
    });
    const rows = Array.from({ length: 500 }, (_, i) => [
      aRow(scope, 'badge', badgeId(i), aSealedBadge(), 2 * i + 1),
      aRow(scope, 'credential', badgeId(i), { credential: { proof: 'x'.repeat(3000) } }, 2 * i + 2),
    ]).flat();
    await pullInto(store, {}, [
      { scope, cursor: 1000, rows },
      { scope: CATALOGUE, cursor: 0, rows: [] },
    ]);
    store.close();
    const again = openDexieStore(at);
    const started = performance.now();
    const records = await again.read([{ scope, kind: 'badge' }]);
    console.log(`500 badges from a closed database: ${(performance.now() - started).toFixed(1)} ms`);
    expect(records.list(scope, 'badge')).toHaveLength(500);
    expect(records.list(scope, 'credential')).toHaveLength(0);
    again.close();
  });
});
