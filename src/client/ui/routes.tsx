import { type RouteDefinition, Router } from '@solidjs/router';
import { type JSX, lazy, Show } from 'solid-js';
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
const AskingScreen = lazy(async () => ({ default: (await import('./screens/person/asking/asking-screen.tsx')).AskingScreen }));
const MyRequest = lazy(async () => ({ default: (await import('./screens/person/asking/my-request.tsx')).MyRequest }));
const Growth = lazy(async () => ({ default: (await import('./screens/person/asking/growth.tsx')).Growth }));
const Help = lazy(async () => ({ default: (await import('./screens/person/help.tsx')).Help }));
const MeScreen = lazy(async () => ({ default: (await import('./screens/person/me.tsx')).MeScreen }));
const MySound = lazy(async () => ({ default: (await import('./screens/person/my-sound.tsx')).MySound }));
const Shown = lazy(async () => ({ default: (await import('./screens/person/capture/shown.tsx')).Shown }));
const AddShown = lazy(async () => ({ default: (await import('./screens/person/capture/add-shown.tsx')).AddShown }));
const AddThis = lazy(async () => ({ default: (await import('./screens/person/capture/add-shown.tsx')).AddThis }));
const OneShown = lazy(async () => ({ default: (await import('./screens/person/capture/one-shown.tsx')).OneShown }));
const Language = lazy(async () => ({ default: (await import('./screens/person/language.tsx')).Language }));
const SendBySomeone = lazy(async () => ({ default: (await import('./screens/person/courier/send-by-someone.tsx')).SendBySomeone }));
const LookFirst = lazy(async () => ({ default: (await import('./screens/person/first/look-first.tsx')).LookFirst }));
const ConsentScreen = lazy(async () => ({ default: (await import('./screens/person/first/consent.tsx')).ConsentScreen }));
const InstallScreen = lazy(async () => ({ default: (await import('./screens/person/first/install-screen.tsx')).InstallScreen }));
const MyData = lazy(async () => ({ default: (await import('./screens/person/first/my-data.tsx')).MyData }));
const EraseScreen = lazy(async () => ({ default: (await import('./screens/person/first/erase-screen.tsx')).EraseScreen }));
const NotHere = lazy(async () => ({ default: (await import('./screens/person/not-here.tsx')).NotHere }));

const Insecure = lazy(async () => ({ default: (await import('./screens/person/insecure.tsx')).Insecure }));

// Never in a person's first load, nor in her precache.
const PublicBadge = lazy(async () => ({ default: (await import('./screens/witness/public-badge.tsx')).PublicBadgeScreen }));
const Verifier = lazy(async () => ({ default: (await import('./screens/witness/verifier.tsx')).Verifier }));
const WitnessPage = lazy(async () => ({ default: (await import('./screens/witness/witness-page.tsx')).WitnessPageScreen }));
const See = lazy(async () => ({ default: (await import('./screens/advisor/see-screen.tsx')).SeeScreen }));
const RequestScreen = lazy(async () => ({ default: (await import('./screens/advisor/request-screen.tsx')).RequestScreen }));
const Dossier = lazy(async () => ({ default: (await import('./screens/advisor/dossier-screen.tsx')).DossierScreen }));
const Give = lazy(async () => ({ default: (await import('./screens/advisor/give-screen.tsx')).GiveScreen }));
const Join = lazy(async () => ({ default: (await import('./screens/organiser/join-screen.tsx')).JoinScreen }));
const Events = lazy(async () => ({ default: (await import('./screens/organiser/events-screen.tsx')).EventsScreen }));
const EventScreen = lazy(async () => ({ default: (await import('./screens/organiser/event-screen.tsx')).EventScreen }));
const Poster = lazy(async () => ({ default: (await import('./screens/organiser/poster-screen.tsx')).PosterScreen }));
const Carry = lazy(async () => ({ default: (await import('./screens/advisor/courier-screen.tsx')).CourierScreen }));
const SyncPanel = lazy(async () => ({ default: (await import('./screens/advisor/sync-panel.tsx')).SyncPanel }));
const Gallery = lazy(async () => ({ default: (await import('./gallery/gallery.tsx')).Gallery }));
const GalleryEntry = lazy(async () => ({ default: (await import('./gallery/gallery-entry.tsx')).GalleryEntry }));

const ROUTES: RouteDefinition[] = [
  { path: '/', component: Home },
  { path: '/e', component: Claim },
  { path: '/c', component: CardEntry },
  { path: '/scan', component: Scan },
  { path: '/badges', component: Badges },
  { path: '/badges/:id', component: OneBadge },
  { path: '/badges/:id/show', component: ShowBadge },
  { path: '/road', component: Road },
  { path: '/road/:stop', component: NextStop },
  { path: '/ask/:mould', component: AskingScreen },
  { path: '/asked/:request', component: MyRequest },
  { path: '/growth/:mould', component: Growth },
  { path: '/help', component: Help },
  { path: '/me', component: MeScreen },
  { path: '/me/shown', component: Shown },
  { path: '/me/shown/new', component: AddShown },
  { path: '/me/shown/new/:kind', component: AddThis },
  { path: '/me/shown/:id', component: OneShown },
  { path: '/me/sound', component: MySound },
  { path: '/me/language', component: Language },
  { path: '/me/courier', component: SendBySomeone },
  { path: '/look', component: LookFirst },
  { path: '/consent', component: ConsentScreen },
  { path: '/install', component: InstallScreen },
  { path: '/me/data', component: MyData },
  { path: '/me/data/erase', component: EraseScreen },
  { path: '/b/:id', component: PublicBadge },
  { path: '/verifier', component: Verifier },
  { path: '/w', component: WitnessPage },
  { path: '/see', component: See },
  { path: '/see/:person', component: Dossier },
  { path: '/see/:person/give/:mould', component: Give },
  { path: '/see/:person/:request', component: RequestScreen },
  { path: '/o', component: Join },
  { path: '/event', component: Events },
  { path: '/event/:id', component: EventScreen },
  { path: '/event/:id/poster', component: Poster },
  { path: '/courier', component: Carry },
  { path: '/sync', component: SyncPanel },
  { path: '/gallery', component: Gallery },
  { path: '/gallery/:name', component: GalleryEntry },
  { path: '*', component: NotHere },
];
const NOTHING_WORKS: RouteDefinition[] = [{ path: '*', component: Insecure }];

/** All that is seen. Give it the App, and the browser's word on the address (`isSecureContext`): nothing works over plain http. */
export const Screens = (props: { readonly app: App; readonly secure: boolean }): JSX.Element => (
  // The App is made once, by main.
  // oxlint-disable-next-line solid/reactivity
  <AppContext.Provider value={props.app}>
    <Speech locale={props.app.locale()}>
      <Show when={props.secure} fallback={<Router>{NOTHING_WORKS}</Router>}>
        <Router>{ROUTES}</Router>
      </Show>
    </Speech>
  </AppContext.Provider>
);
