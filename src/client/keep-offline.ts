import { createSignal } from 'solid-js';
import { Workbox } from 'workbox-window';

/** The service worker as the screens know it. */
export interface KeptOffline {
  /** The app and its scanner are on this device: it starts with no network. */
  readonly ready: () => boolean;
  /** This very page came from the device, not from the network. */
  readonly isKept: boolean;
  /** From now on the staff's screens are kept too. */
  keepStaff(): void;
  /** The voice of this language is kept too, unless fetching it would cost the person something. */
  keepVoice(locale: string): void;
  /** Home as it stands is kept too, for the next cold start; null forgets it. */
  keepHome(stood: object | null): void;
  /** What a road that was opened shows is kept too; what it says, unless fetching it would cost the person something. */
  keepRoad(road: string, locale: string, pictures: readonly string[]): void;
}

/**
 * Registers the service worker once the first screen stands. An update is fetched in the background and takes over at the next cold
 * start: never under a running screen, and never by asking.
 */
export const keepOffline = (): KeptOffline => {
  const [ready, setReady] = createSignal(false);
  if (!import.meta.env.PROD || !('serviceWorker' in navigator))
    return { ready, isKept: false, keepStaff: nothing, keepVoice: nothing, keepHome: nothing, keepRoad: nothing };
  const worker = new Workbox('/service-worker.js');
  const active = (async (): Promise<ServiceWorker | null> => {
    await worker.register();
    return (await navigator.serviceWorker.ready).active;
  })().catch(() => null);
  void active.then((found) => setReady(found !== null));
  const tell = (message: unknown): void => void active.then((found) => found?.postMessage(message));
  return {
    ready,
    isKept: navigator.serviceWorker.controller !== null,
    keepStaff: () => tell('staff'),
    keepVoice: (locale) => {
      if (isFree()) tell({ voice: locale });
    },
    keepHome: (stood) => tell({ home: stood }),
    keepRoad: (road, locale, pictures) => {
      tell({ pictures });
      if (isFree()) tell({ voice: locale, road });
    },
  };
};

const nothing = (): void => undefined;

// Mobile data are the person's money: a voice is fetched on Wi-Fi. Browsers that do not say how they are connected are taken as free.
const isFree = (): boolean => {
  const connection = (navigator as { readonly connection?: { readonly type?: string; readonly saveData?: boolean } }).connection;
  return connection?.type !== 'cellular' && connection?.saveData !== true;
};
