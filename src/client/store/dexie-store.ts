import type { ClientStore } from '#client/sync/client-store';
import { createChangeNotice } from './change-notice.ts';
import { createClientStore } from './create-client-store.ts';
import { openDatabase, transact } from './database.ts';
import { dexieTables } from './dexie-tables.ts';

/** The device's store in IndexedDB. `close` releases the connection (tests, leaving). */
export interface DexieStore extends ClientStore {
  close(): void;
}

/** Opens the store of that name; two tabs and the service worker may have it open at once. */
export const openDexieStore = (name = 'pepites'): DexieStore => {
  const database = openDatabase(name);
  const tables = dexieTables(database);
  const notice = createChangeNotice(name);
  const store = createClientStore({
    look: (work) => transact(database, 'tables', 'r', () => work(tables)),
    change: async (work) => {
      const answer = await transact(database, 'tables', 'rw', () => work(tables));
      notice.tell();
      return answer;
    },
    subscribe: notice.subscribe,
  });
  return {
    ...store,
    close: () => {
      notice.close();
      database.db.close();
    },
  };
};
