import type { App, BroughtBadge, EntryRefusal } from '../app.ts';
import { EventScreen } from '../screens/organiser/event-screen.tsx';
import { EventsScreen } from '../screens/organiser/events-screen.tsx';
import { JoinScreen } from '../screens/organiser/join-screen.tsx';
import { PosterScreen } from '../screens/organiser/poster-screen.tsx';
import { PublicBadgeScreen } from '../screens/witness/public-badge.tsx';
import { Verifier } from '../screens/witness/verifier.tsx';
import type { Entry } from './entry.ts';
import { anEvent, aPublicBadge, EARLY_EVENT, PAST_EVENT } from './fixed-values.ts';

const organiser = { who: () => 'organiser' } as const satisfies Partial<App>;
const invited = { who: () => 'nobody', me: () => undefined, cardSecret: () => 'invitation' } as const satisfies Partial<App>;

const JOIN_FILES = ['screens/organiser/join-screen.tsx'];
const EVENTS_FILES = ['screens/organiser/events-screen.tsx', 'screens/organiser/event-facts.tsx', 'screens/organiser/offline-notice.tsx'];
const EVENT_FILES = ['screens/organiser/event-screen.tsx', 'screens/organiser/event-tools.tsx', 'screens/organiser/turning-code.tsx'];
const BADGE_FILES = ['screens/witness/checked.tsx', 'screens/witness/badge-card.tsx', 'screens/witness/badge-file.tsx'];
const PUBLIC_FILES = ['screens/witness/public-badge.tsx', 'screens/witness/public-page.tsx', ...BADGE_FILES];
const CHECK_FILES = [
  'screens/witness/verifier.tsx',
  'screens/witness/bring-badge.tsx',
  'screens/witness/badge-scanner.tsx',
  'screens/witness/problems.tsx',
  ...BADGE_FILES,
];

const join = (name: string, app: Partial<App>, presses: readonly string[] = []): Entry => ({
  name,
  files: JOIN_FILES,
  kind: 'staff',
  app,
  presses,
  show: () => <JoinScreen />,
});

const joinRefused = (why: EntryRefusal): Entry =>
  join(`join-${why.toLowerCase()}`, { ...invited, enrolOrganiser: async () => why }, ['[data-primary]']);

const events = (name: string, app: Partial<App>): Entry => ({
  name,
  files: EVENTS_FILES,
  kind: 'staff',
  path: '/event',
  at: '/event?all',
  app: { ...organiser, ...app },
  show: () => <EventsScreen />,
});

const event = (name: string, shown: ReturnType<typeof anEvent>, app: Partial<App> = {}): Entry => ({
  name,
  files: EVENT_FILES,
  kind: 'staff',
  path: '/event/:id',
  at: `/event/${shown.id}`,
  app: { ...organiser, events: () => [shown], ...app },
  show: () => <EventScreen />,
});

const poster = (name: string, shown: ReturnType<typeof anEvent>, app: Partial<App> = {}): Entry => ({
  name,
  files: ['screens/organiser/poster-screen.tsx'],
  kind: 'staff',
  path: '/event/:id/poster',
  at: `/event/${shown.id}/poster`,
  app: { ...organiser, events: () => [shown], ...app },
  show: () => <PosterScreen />,
});

const seen = (name: string, badge: ReturnType<App['publicBadge']>): Entry => ({
  name,
  files: PUBLIC_FILES,
  kind: 'staff',
  path: '/b/:id',
  at: '/b/0197a000-0000-7000-8000-000000000002',
  app: { who: () => 'nobody', publicBadge: () => badge },
  show: () => <PublicBadgeScreen />,
});

const closedCamera: App['scan'] = (_view, on) => {
  queueMicrotask(() => on.state('refused'));
  return { stop: () => undefined, torch: null };
};

const check = (name: string, app: Partial<App>, presses: readonly string[] = []): Entry => ({
  name,
  files: CHECK_FILES,
  kind: 'staff',
  path: '/verifier',
  at: '/verifier',
  app: { who: () => 'nobody', ...app },
  presses,
  show: () => <Verifier />,
});

const brought = (name: string, found: BroughtBadge): Entry => ({
  ...check(name, { checkBadge: async () => found }),
  at: '/verifier#badge',
});

const checking = { verdict: 'checking', signature: undefined, issuerKnown: undefined, status: undefined, statusAsOf: undefined } as const;

/** What organisers and visitors see. */
export const STAFF_ENTRIES: readonly Entry[] = [
  join('join', invited),
  join('join-without-invitation', { ...invited, cardSecret: () => undefined }),
  joinRefused('no-network'),
  joinRefused('CardVoid'),
  joinRefused('CardUnknown'),
  joinRefused('Broken'),
  events('events', { events: () => [anEvent(), EARLY_EVENT, PAST_EVENT] }),
  events('events-offline', { events: () => [anEvent(), EARLY_EVENT, PAST_EVENT], online: () => false }),
  events('events-none', { events: () => [] }),
  event('event', anEvent()),
  event('event-offline', anEvent(), { online: () => false }),
  event('event-short', anEvent({ title: 'Café des badges', place: undefined, claims: 0 })),
  event('event-long', anEvent({ title: 'Rencontre entre les salariés en insertion et les entreprises du territoire', claims: 1284 })),
  event('event-early', EARLY_EVENT),
  event('event-over', PAST_EVENT),
  event('event-no-code', anEvent(), { ticket: async () => null }),
  poster('poster', { ...EARLY_EVENT, title: 'Journée des métiers du bâtiment', draw: anEvent().draw }),
  poster('poster-long', anEvent({ title: 'Rencontre entre les salariés en insertion et les entreprises du territoire' })),
  poster('poster-no-code', anEvent(), { ticket: async () => null }),
  seen('public-badge', () => aPublicBadge()),
  seen('public-badge-checking', () => aPublicBadge(checking)),
  seen('public-badge-unknown', () => aPublicBadge({ verdict: 'unknown', issuerKnown: 'unknown', status: 'unknown' })),
  seen('public-badge-ended', () => aPublicBadge({ verdict: 'invalid', status: 'revoked' })),
  seen('public-badge-forged', () =>
    aPublicBadge({ verdict: 'invalid', signature: 'bad', issuerKnown: 'mismatch', status: 'none', statusAsOf: undefined }),
  ),
  seen('public-badge-loading', () => ({ state: 'loading' })),
  seen('public-badge-not-shown', () => ({ state: 'not-shown' })),
  seen('public-badge-no-network', () => ({ state: 'no-network' })),
  check('verifier', {}),
  check('verifier-text', {}, ['.bring-way:last-child']),
  check('verifier-scan', {}, ['.bring-way:nth-child(2)']),
  check('verifier-no-camera', { scan: closedCamera }, ['.bring-way:nth-child(2)']),
  brought('verifier-confirmed', { ...aPublicBadge(), problems: [] }),
  brought('verifier-hosted', { ...aPublicBadge({ image: undefined, signature: 'hosted' }), problems: [] }),
  brought('verifier-unknown', {
    ...aPublicBadge({ image: undefined, title: '', verdict: 'unknown', issuerKnown: 'unknown', status: 'unknown', statusAsOf: undefined }),
    problems: ['to-ask'],
  }),
  brought('verifier-changed', {
    ...aPublicBadge({ verdict: 'invalid', signature: 'bad', issuerKnown: 'mismatch', status: 'none', statusAsOf: undefined }),
    problems: ['changed', 'other-key', 'ended'],
  }),
  brought('verifier-unreadable', { state: 'nothing', problems: ['unreadable'] }),
  brought('verifier-no-network', { state: 'nothing', problems: ['to-ask'] }),
];
