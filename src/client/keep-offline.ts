import { createSignal } from 'solid-js';
import { Workbox } from 'workbox-window';

/** The service worker as the screens know it. */
export interface KeptOffline {
  /** The app and its scanner are on this device: it starts with no network. */
  readonly ready: () => boolean;
  /** From now on the staff's screens are kept too. */
  keepStaff(): void;
}

/**
 * Registers the service worker once the first screen stands. An update is fetched in the background and takes over at the next cold
 * start: never under a running screen, and never by asking.
 */
export const keepOffline = (): KeptOffline => {
  const [ready, setReady] = createSignal(false);
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return { ready, keepStaff: () => undefined };
  const worker = new Workbox('/service-worker.js');
  const active = (async (): Promise<ServiceWorker | null> => {
    await worker.register();
    return (await navigator.serviceWorker.ready).active;
  })().catch(() => null);
  void active.then((found) => setReady(found !== null));
  return { ready, keepStaff: () => void active.then((found) => found?.postMessage('staff')) };
};
