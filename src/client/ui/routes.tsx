import { type RouteDefinition, Router } from '@solidjs/router';
import { type JSX, lazy, Show } from 'solid-js';
import { ALL_PARTS } from '#i18n/words';
import { type App, AppContext } from './app.ts';
import { hers } from './hers.tsx';
import { Claim } from './screens/person/claim.tsx';
import { Home } from './screens/person/home.tsx';
import { Speech, saying } from './words.tsx';
import './css/base.css';
import './css/parts.css';
import './css/person.css';

// Home and the claim are here at once; the rest of a person's screens come when asked for, and are kept for offline.
const CardEntry = lazy(async () => ({ default: (await import('./screens/person/card-entry.tsx')).CardEntry }));
const Scan = lazy(async () => ({ default: (await import('./screens/person/scan.tsx')).Scan }));
const Badges = lazy(async () => ({ default: (await import('./screens/person/badges.tsx')).Badges }));
const OneBadge = lazy(async () => ({ default: (await import('./screens/person/one-badge.tsx')).OneBadge }));
const ShowBadge = lazy(async () => ({ default: (await import('./screens/person/show-badge.tsx')).ShowBadge }));
const SendBadge = lazy(async () => ({ default: (await import('./screens/person/sending/send-badge.tsx')).SendBadge }));
const MyLinks = lazy(async () => ({ default: (await import('./screens/person/sending/my-links.tsx')).MyLinks }));
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
const PhoneScreen = lazy(async () => ({ default: (await import('./screens/person/first/phone-screen.tsx')).PhoneScreen }));
const LeaveScreen = lazy(async () => ({ default: (await import('./screens/person/first/leave-screen.tsx')).LeaveScreen }));
const NotHere = lazy(async () => ({ default: (await import('./screens/person/not-here.tsx')).NotHere }));

const Insecure = lazy(async () => ({ default: (await import('./screens/person/insecure.tsx')).Insecure }));

// Never in a person's first load, nor in her precache.
const PublicBadge = lazy(async () => ({ default: (await import('./screens/witness/public-badge.tsx')).PublicBadgeScreen }));
const Verifier = lazy(async () => ({ default: (await import('./screens/witness/verifier.tsx')).Verifier }));
const WitnessPage = lazy(async () => ({ default: (await import('./screens/witness/witness-page.tsx')).WitnessPageScreen }));
const LinkPage = lazy(async () => ({ default: (await import('./screens/witness/link-page.tsx')).LinkPage }));
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

// What a person's later screens say; staff and visitors read more.
const PERSON = ['person'] as const;

const ROUTES: RouteDefinition[] = [
  { path: '/', component: Home },
  { path: '/e', component: Claim },
  { path: '/c', component: saying(PERSON, CardEntry) },
  { path: '/scan', component: saying(PERSON, Scan) },
  { path: '/badges', component: hers(Badges) },
  { path: '/badges/:id', component: saying(PERSON, hers(OneBadge)) },
  { path: '/badges/:id/show', component: saying(PERSON, hers(ShowBadge)) },
  { path: '/badges/:id/send', component: saying(PERSON, hers(SendBadge)) },
  { path: '/road', component: saying(PERSON, hers(Road)) },
  { path: '/road/:stop', component: saying(PERSON, hers(NextStop)) },
  { path: '/ask/:mould', component: saying(PERSON, hers(AskingScreen)) },
  { path: '/asked/:request', component: saying(PERSON, hers(MyRequest)) },
  { path: '/growth/:mould', component: saying(PERSON, hers(Growth)) },
  { path: '/help', component: saying(PERSON, Help) },
  { path: '/me', component: saying(PERSON, hers(MeScreen)) },
  { path: '/me/shown', component: saying(PERSON, hers(Shown)) },
  { path: '/me/shown/new', component: saying(PERSON, hers(AddShown)) },
  { path: '/me/shown/new/:kind', component: saying(PERSON, hers(AddThis)) },
  { path: '/me/shown/:id', component: saying(PERSON, hers(OneShown)) },
  { path: '/me/links', component: saying(PERSON, hers(MyLinks)) },
  { path: '/me/sound', component: saying(PERSON, MySound) },
  { path: '/me/language', component: saying(PERSON, Language) },
  { path: '/me/courier', component: saying(PERSON, hers(SendBySomeone)) },
  { path: '/look', component: saying(PERSON, LookFirst) },
  { path: '/consent', component: saying(PERSON, hers(ConsentScreen)) },
  { path: '/install', component: saying(PERSON, InstallScreen) },
  { path: '/phone', component: saying(PERSON, hers(PhoneScreen)) },
  { path: '/leave', component: saying(PERSON, hers(LeaveScreen)) },
  { path: '/me/data', component: saying(PERSON, hers(MyData)) },
  { path: '/me/data/erase', component: saying(PERSON, hers(EraseScreen)) },
  { path: '/b/:id', component: saying(ALL_PARTS, PublicBadge) },
  { path: '/verifier', component: saying(ALL_PARTS, Verifier) },
  { path: '/w', component: saying(ALL_PARTS, WitnessPage) },
  { path: '/k', component: saying(ALL_PARTS, LinkPage) },
  { path: '/see', component: saying(ALL_PARTS, See) },
  { path: '/see/:person', component: saying(ALL_PARTS, Dossier) },
  { path: '/see/:person/give/:mould', component: saying(ALL_PARTS, Give) },
  { path: '/see/:person/:request', component: saying(ALL_PARTS, RequestScreen) },
  { path: '/o', component: saying(ALL_PARTS, Join) },
  { path: '/event', component: saying(ALL_PARTS, Events) },
  { path: '/event/:id', component: saying(ALL_PARTS, EventScreen) },
  { path: '/event/:id/poster', component: saying(ALL_PARTS, Poster) },
  { path: '/courier', component: saying(ALL_PARTS, Carry) },
  { path: '/sync', component: saying(ALL_PARTS, SyncPanel) },
  { path: '/gallery', component: saying(ALL_PARTS, Gallery) },
  { path: '/gallery/:name', component: saying(ALL_PARTS, GalleryEntry) },
  { path: '*', component: saying(PERSON, NotHere) },
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
