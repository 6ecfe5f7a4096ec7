import { Navigate, Route, Router } from '@solidjs/router';
import { type JSX, lazy, Match, Switch } from 'solid-js';
import { useApp } from './app.ts';
import { ClaimScreen } from './screens/person/claim.tsx';
import { HomeScreen } from './screens/person/home.tsx';

// The way from an event's poster to the badge is in the first load; every other screen comes when it is opened (and waits in the precache).
const CardScreen = lazy(async () => ({ default: (await import('./screens/person/card.tsx')).CardScreen }));
const StartScreen = lazy(async () => ({ default: (await import('./screens/person/start.tsx')).StartScreen }));
const ScanScreen = lazy(async () => ({ default: (await import('./screens/person/scan.tsx')).ScanScreen }));
const BadgesScreen = lazy(async () => ({ default: (await import('./screens/person/badges.tsx')).BadgesScreen }));
const BadgeScreen = lazy(async () => ({ default: (await import('./screens/person/badge.tsx')).BadgeScreen }));
const ShowScreen = lazy(async () => ({ default: (await import('./screens/person/show.tsx')).ShowScreen }));
const RoadScreen = lazy(async () => ({ default: (await import('./screens/person/road.tsx')).RoadScreen }));
const HelpScreen = lazy(async () => ({ default: (await import('./screens/person/help.tsx')).HelpScreen }));
const JoinScreen = lazy(async () => ({ default: (await import('./screens/organiser/join.tsx')).JoinScreen }));
const EventsScreen = lazy(async () => ({ default: (await import('./screens/organiser/events.tsx')).EventsScreen }));
const EventScreen = lazy(async () => ({ default: (await import('./screens/organiser/event.tsx')).EventScreen }));
const PosterScreen = lazy(async () => ({ default: (await import('./screens/organiser/poster.tsx')).PosterScreen }));
const PublicBadgeScreen = lazy(async () => ({ default: (await import('./screens/witness/public-badge.tsx')).PublicBadgeScreen }));
const GalleryScreen = lazy(async () => ({ default: (await import('./gallery/gallery.tsx')).GalleryScreen }));

/** Every address of the app. */
export const Routes = (): JSX.Element => (
  <Router>
    <Route path="/" component={Home} />
    <Route path="/e" component={ClaimScreen} />
    <Route path="/c" component={CardScreen} />
    <Route path="/scan" component={ScanScreen} />
    <Route path="/badges" component={BadgesScreen} />
    <Route path="/badges/:id" component={BadgeScreen} />
    <Route path="/badges/:id/show" component={ShowScreen} />
    <Route path="/road" component={RoadScreen} />
    <Route path="/help" component={HelpScreen} />
    <Route path="/o" component={JoinScreen} />
    <Route path="/o/events" component={EventsScreen} />
    <Route path="/o/event/:id" component={EventScreen} />
    <Route path="/o/event/:id/poster" component={PosterScreen} />
    <Route path="/b/:id" component={PublicBadgeScreen} />
    <Route path="/gallery/:name?" component={GalleryScreen} />
    <Route path="*" component={() => <Navigate href="/" />} />
  </Router>
);

const Home = (): JSX.Element => {
  const app = useApp();
  return (
    <Switch>
      <Match when={app.who() === 'person'}>
        <HomeScreen />
      </Match>
      <Match when={app.who() === 'organiser'}>
        <Navigate href="/o/events" />
      </Match>
      <Match when={app.who() === 'nobody'}>
        <StartScreen />
      </Match>
    </Switch>
  );
};
