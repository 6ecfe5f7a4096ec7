import { uploadUnlessLed } from '#client/media/lead-uploads';
import type { LinkSigns } from '#client/media/link';
import { openUploads } from '#client/media/open-uploads';
import { openDexieMedia } from '#client/store/dexie-media';
import { openDexieStore } from '#client/store/dexie-store';
import { createHttpTransport } from '#client/sync/http-transport';
import type { Surroundings } from './background-sync.ts';

/**
 * Brings what was made to the server with no tab open; does nothing when a tab does it or the device is nobody's.
 * Rejects when the server could not be reached, so that the browser tries again later.
 */
export const uploadInBackground = async ({
  origin,
  fetch,
  locks,
  storeName,
  signs,
}: Surroundings & { signs: LinkSigns }): Promise<void> => {
  const [store, media] = [openDexieStore(storeName), openDexieMedia(storeName)];
  const ask = (address: string, init: RequestInit): Promise<Response> => fetch(address, init);
  try {
    if (!(await store.identity()) || (await media.held()).length === 0) return;
    const uploads = openUploads({
      store,
      media,
      transport: createHttpTransport({ origin, fetch: ask }),
      origin,
      fetch: ask,
      signs: () => signs,
    });
    const outcome = await uploadUnlessLed(uploads, locks);
    if (outcome !== 'led' && outcome.type === 'silence') throw new Error(`not reached: ${outcome.why}`);
  } finally {
    store.close();
    media.close();
  }
};
