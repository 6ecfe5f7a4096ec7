import { matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { SYNC_TAG } from '#client/sync/leader';
import { syncInBackground } from './background-sync.ts';
import { uploadInBackground } from './background-uploads.ts';
import { createFirstScreen } from './first-screen.ts';
import { isAppNavigation } from './navigation.ts';
import { createRoadPictures, KIT_PICTURES } from './road-pictures.ts';
import { createStaffPrecache } from './staff-precache.ts';
import { createVoicePacks, VOICE_PATH } from './voice-packs.ts';

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

const STAFF_FILES = '/assets/staff/';
const PAGE = '/index.html';

const pathOf = (entry: PrecacheEntry | string): string =>
  new URL(typeof entry === 'string' ? entry : entry.url, self.location.origin).pathname;

const entries = self.__WB_MANIFEST;
const isStaff = (entry: PrecacheEntry | string) => pathOf(entry).startsWith(STAFF_FILES);
const voices = createVoicePacks(self.caches);
const pictures = createRoadPictures(self.caches);
const home = createFirstScreen(self.caches, () => matchPrecache(PAGE));
const staff = createStaffPrecache(self.caches, entries.filter(isStaff).map(pathOf));

// No skipWaiting: an update waits until no tab is left, so that a running tab keeps every chunk it was built with; the precache drops
// the old version's files only when the new one activates, that is when nobody uses them any more.
precacheAndRoute(
  entries.filter((entry) => !isStaff(entry)),
  { cleanURLs: false, directoryIndex: '' },
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(STAFF_FILES),
  ({ request }) => staff.answer(request),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(KIT_PICTURES),
  ({ request }) => pictures.answer(request),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(VOICE_PATH),
  ({ request }) => voices.answer(request),
);
registerRoute(
  ({ request, url, sameOrigin }) => {
    const asked = { mode: request.mode, method: request.method, accept: request.headers.get('accept'), pathname: url.pathname };
    return sameOrigin && isAppNavigation(asked);
  },
  async ({ url }) => (await home.answer(url.pathname)) ?? (await matchPrecache(PAGE)) ?? fetch(PAGE),
);

const isPictureName = (name: unknown): name is string => typeof name === 'string' && /^kit(?:-[a-z0-9]+)+$/.test(name);

let isFirst = false;

self.addEventListener('install', (event) => {
  isFirst = self.registration.active === null;
  event.waitUntil(staff.renew());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([staff.sweep(), home.forget()]));
  // The very first tab loaded this same version: without this it would stay without its offline files until it is opened again.
  if (isFirst) event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  if (event.data === 'staff') event.waitUntil(staff.keep());
  const { voice, road, pictures: names, home: stood } = (event.data ?? {}) as { readonly [name: string]: unknown };
  if (stood !== undefined) event.waitUntil(home.keep(stood).catch(() => undefined));
  if (typeof voice === 'string' && /^[a-z]{2}$/.test(voice))
    event.waitUntil(voices.keep(voice, typeof road === 'string' ? road : undefined).catch(() => undefined));
  if (Array.isArray(names)) event.waitUntil(pictures.keep(names.filter(isPictureName)).catch(() => undefined));
});

self.addEventListener('sync', (event) => {
  const asked = event as SyncEvent;
  if (asked.tag !== SYNC_TAG) return;
  const here = { origin: self.location.origin, fetch: self.fetch.bind(self), locks: self.navigator.locks };
  // Acts first: they are small, and tell of what follows.
  asked.waitUntil(syncInBackground(here).then(() => uploadInBackground({ ...here, signs: self.navigator })));
});
