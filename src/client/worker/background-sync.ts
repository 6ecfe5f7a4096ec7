import { openDexieStore } from '#client/store/dexie-store';
import { createHttpTransport } from '#client/sync/http-transport';
import { type Locks, runUnlessLed } from '#client/sync/leader';
import { makeKey } from '#client/sync/make-key';
import { signerOf } from '#client/sync/signer-of';
import { createSync } from '#client/sync/sync';

/** Where the worker is: what it needs of its surroundings. */
export interface Surroundings {
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly locks: Locks | undefined;
  readonly storeName?: string;
}

/**
 * Brings the outbox to the server with no tab open; does nothing when a tab leads or the device is nobody's.
 * Rejects when the server could not be reached, so that the browser tries again later.
 */
export const syncInBackground = async ({ origin, fetch, locks, storeName }: Surroundings): Promise<void> => {
  const store = openDexieStore(storeName);
  try {
    const identity = await store.identity();
    if (!identity) return;
    const sync = createSync({
      store,
      transport: createHttpTransport({ origin, fetch: (address, init) => fetch(address, init) }),
      signerOf,
      makeKey,
      clock: () => Date.now(),
      chance: (size) => crypto.getRandomValues(new Uint8Array(size)),
    });
    const outcome = await runUnlessLed(sync, locks);
    if (outcome !== 'led' && outcome.type === 'silence') throw new Error(`not reached: ${outcome.why}`);
  } finally {
    store.close();
  }
};
