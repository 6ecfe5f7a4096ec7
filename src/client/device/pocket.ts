/** One thing put aside on the device, without opening the store: it must cost a first visit nothing, and survive a phone that dies at once. */
export interface Pocket {
  read(): Promise<string | null>;
  /** Puts `text` in, or empties it; durable when it resolves. A browser that keeps nothing forgets it at the end of the visit. */
  put(text: string | null): Promise<void>;
}

const PLACE = 'pocket';

const open = (name: string): Promise<IDBDatabase | null> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(PLACE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      // Storage is off.
      resolve(null);
    }
  });

/** localStorage would lose it: browsers write it to the disk seconds later. */
export const makePocket = (name = 'pepites-pocket'): Pocket => ({
  read: async () => {
    const db = await open(name);
    if (!db) return null;
    return new Promise((resolve) => {
      const request: IDBRequest<unknown> = db.transaction(PLACE, 'readonly').objectStore(PLACE).get(PLACE);
      const end = (found: unknown): void => {
        db.close();
        resolve(typeof found === 'string' ? found : null);
      };
      request.onsuccess = () => end(request.result);
      request.onerror = () => end(null);
    });
  },
  put: async (text) => {
    const db = await open(name);
    if (!db) return;
    await new Promise<void>((resolve) => {
      const work = db.transaction(PLACE, 'readwrite', { durability: 'strict' });
      if (text === null) work.objectStore(PLACE).delete(PLACE);
      else work.objectStore(PLACE).put(text, PLACE);
      work.oncomplete = () => resolve();
      work.onabort = () => resolve();
    });
    db.close();
  },
});
