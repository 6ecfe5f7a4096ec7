/** What a pocket holds: the address of an event ticket put aside, and whether the device was somebody's when it was last looked at. */
export interface Held {
  readonly ticket?: string | undefined;
  readonly someone?: boolean | undefined;
}

/** Small things kept on the device without opening the store: they must cost a first visit nothing, and survive a phone that dies at once. */
export interface Pocket {
  read(): Promise<Held>;
  /** Puts things in (undefined takes one out); durable when it resolves. A browser that keeps nothing forgets them at the end of the visit. */
  put(things: Held): Promise<void>;
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

const answerOf = (request: IDBRequest<unknown>): Promise<unknown> =>
  new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(undefined);
  });

/** localStorage would lose them: browsers write it to the disk seconds later. */
export const makePocket = (name = 'pepites-pocket'): Pocket => ({
  read: async () => {
    const db = await open(name);
    if (!db) return {};
    const place = db.transaction(PLACE, 'readonly').objectStore(PLACE);
    const [ticket, someone] = await Promise.all([answerOf(place.get('ticket')), answerOf(place.get('someone'))]);
    db.close();
    return { ticket: typeof ticket === 'string' ? ticket : undefined, someone: someone === true };
  },
  put: async (things) => {
    const db = await open(name);
    if (!db) return;
    await new Promise<void>((resolve) => {
      const work = db.transaction(PLACE, 'readwrite', { durability: 'strict' });
      for (const [key, thing] of Object.entries(things)) {
        if (thing === undefined) work.objectStore(PLACE).delete(key);
        else work.objectStore(PLACE).put(thing, key);
      }
      work.oncomplete = () => resolve();
      work.onabort = () => resolve();
    });
    db.close();
  },
});
