import { Route, Router } from '@solidjs/router';
import { type Component, type JSX, Show, lazy } from 'solid-js';
import { type App, AppContext } from './app.ts';
import { Claim } from './screens/person/claim.tsx';
import { Home } from './screens/person/home.tsx';
import { Speech } from './words.tsx';
import './css/base.css';
import './css/parts.css';
import './css/person.css';

// Home and the claim are here at once; the rest of a person's screens come when asked for, and are kept for offline.
const CardEntry = lazy(async () => ({ default: (await import('./screens/person/card-entry.tsx')).CardEntry }));
const Scan = lazy(async () => ({ default: (await import('./screens/person/scan.tsx')).Scan }));
const Badges = lazy(async () => ({ default: (await import('./screens/person/badges.tsx')).Badges }));
const OneBadge = lazy(async () => ({ default: (await import('./screens/person/one-badge.tsx')).OneBadge }));
const ShowBadge = lazy(async () => ({ default: (await import('./screens/person/show-badge.tsx')).ShowBadge }));
const Road = lazy(async () => ({ default: (await import('./screens/person/road.tsx')).Road }));
const NextStop = lazy(async () => ({ default: (await import('./screens/person/next-stop.tsx')).NextStop }));
const Help = lazy(async () => ({ default: (await import('./screens/person/help.tsx')).Help }));
const MeScreen = lazy(async () => ({ default: (await import('./screens/person/me.tsx')).MeScreen }));
const MySound = lazy(async () => ({ default: (await import('./screens/person/my-sound.tsx')).MySound }));
const Language = lazy(async () => ({ default: (await import('./screens/person/language.tsx')).Language }));
const NotHere = lazy(async () => ({ default: (await import('./screens/person/not-here.tsx')).NotHere }));
const Insecure = lazy(async () => ({ default: (await import('./screens/person/insecure.tsx')).Insecure }));

// Never in a person's first load, nor in her precache.
const PublicBadge = lazy(async () => ({ default: (await import('./screens/witness/public-badge.tsx')).PublicBadgeScreen }));
const Join = lazy(async () => ({ default: (await import('./screens/organiser/join-screen.tsx')).JoinScreen }));
const Events = lazy(async () => ({ default: (await import('./screens/organiser/events-screen.tsx')).EventsScreen }));
const EventScreen = lazy(async () => ({ default: (await import('./screens/organiser/event-screen.tsx')).EventScreen }));
const Poster = lazy(async () => ({ default: (await import('./screens/organiser/poster-screen.tsx')).PosterScreen }));
const Gallery = lazy(async () => ({ default: (await import('./gallery/gallery.tsx')).Gallery }));
const GalleryEntry = lazy(async () => ({ default: (await import('./gallery/gallery-entry.tsx')).GalleryEntry }));

const ROUTES: readonly (readonly [path: string, screen: Component])[] = [
  ['/', Home],
  ['/e', Claim],
  ['/c', CardEntry],
  ['/scan', Scan],
  ['/badges', Badges],
  ['/badges/:id', OneBadge],
  ['/badges/:id/show', ShowBadge],
  ['/road', Road],
  ['/road/:stop', NextStop],
  ['/help', Help],
  ['/me', MeScreen],
  ['/me/sound', MySound],
  ['/me/language', Language],
  ['/b/:id', PublicBadge],
  ['/o', Join],
  ['/event', Events],
  ['/event/:id', EventScreen],
  ['/event/:id/poster', Poster],
];

/** Every screen of the product at its address; the gallery walks through the same ones with an App of its own. */
export const screenRoutes = (): JSX.Element => (
  <>
    {ROUTES.map(([path, screen]) => (
      <Route path={path} component={screen} />
    ))}
    <Route path="*" component={NotHere} />
  </>
);

/** The whole of what is seen: give it the App. `secure` is the browser's word on the address (`isSecureContext`). */
export const Screens = (props: { readonly app: App; readonly secure: boolean }): JSX.Element => (
  <AppContext.Provider value={props.app}>
    <Speech locale={props.app.locale()}>
      <Show when={props.secure} fallback={<Router><Route path="*" component={Insecure} /></Router>}>
        <Router>
          <Route path="/gallery" component={Gallery} />
          <Route path="/gallery/:name" component={GalleryEntry} />
          {screenRoutes()}
        </Router>
      </Show>
    </Speech>
  </AppContext.Provider>
);
