import type { JSX } from 'solid-js';
import type { WitnessPage } from '#client/views/witness-view';
import type { App } from '../app.ts';
import { DossierScreen } from '../screens/advisor/dossier-screen.tsx';
import { GiveScreen } from '../screens/advisor/give-screen.tsx';
import { RequestScreen } from '../screens/advisor/request-screen.tsx';
import { SeeScreen } from '../screens/advisor/see-screen.tsx';
import { Home } from '../screens/person/home.tsx';
import { AskWitness } from '../screens/person/witness/ask-witness.tsx';
import { WitnessPageScreen } from '../screens/witness/witness-page.tsx';
import type { Entry } from './entry.ts';
import { A_GIVER, anAsked, DOSSIER, QUESTION, RECEIVED, TO_SEE } from './fixed-giving.ts';
import { aBadge, badgeId, SOME_BADGES } from './fixed-values.ts';

const advisor = { who: () => 'advisor', me: () => undefined } as const satisfies Partial<App>;
const nothing = (): void => undefined;

const staff = (name: string, files: readonly string[], show: () => JSX.Element, more: Partial<Entry> = {}): Entry => ({
  name,
  files: files.map((file) => `screens/advisor/${file}.tsx`),
  kind: 'staff',
  show,
  ...more,
  app: { ...advisor, ...more.app },
});

const see = (name: string, app: Partial<App> = {}): Entry =>
  staff(name, ['see-screen', 'advisor-frame'], () => <SeeScreen />, { path: '/see', at: '/see', app });

const REQUEST_FILES = ['request-screen', 'request-facts', 'shown-things', 'decide', 'level-choice'];
const one = (
  name: string,
  change: Parameters<typeof anAsked>[0] = {},
  presses: readonly string[] = [],
  files: readonly string[] = [],
): Entry =>
  staff(name, [...REQUEST_FILES, ...files], () => <RequestScreen />, {
    path: '/see/:person/:request',
    at: '/see/person-0/request-0',
    app: { asked: () => () => anAsked(change) },
    presses,
  });

const WAYS = '.decide-actions > ';
const give = { path: '/see/:person/give/:mould', at: '/see/person-0/give/en-equipe' };

const ADVISOR: readonly Entry[] = [
  see('see'),
  see('see-offline', { online: () => false, safety: () => 'kept-here' }),
  see('see-nothing-waits', { toSee: () => ({ ...TO_SEE, toSee: [], answered: [] }) }),
  see('see-nobody', { toSee: () => ({ ...TO_SEE, toSee: [], answered: [], people: [] }) }),
  one('request'),
  one('request-bare', { frames: [], otherwise: [], shown: [], live: false, witnesses: [], helped: false, levels: 0 }),
  one('request-held', { held: 2 }),
  one('request-give', {}, [`${WAYS}:nth-child(1)`], ['confirm-gift', 'own-voice']),
  one('request-continue', {}, [`${WAYS}:nth-child(2)`], ['say-otherwise', 'own-voice']),
  one('request-talk', {}, [`${WAYS}:nth-child(3)`], ['say-otherwise']),
  one('request-in-talk', { step: 'talk', by: A_GIVER, safety: 'arrived' }),
  one('request-given', { step: 'given', by: A_GIVER, safety: 'kept-here', held: 2 }),
  one('request-continued', { step: 'continue', by: A_GIVER, safety: 'on-its-way' }),
  staff('request-gone', ['gone'], () => <RequestScreen />, {
    path: '/see/:person/:request',
    at: '/see/person-0/request-9',
    app: { asked: () => () => null },
  }),
  staff('dossier', ['dossier-screen'], () => <DossierScreen />, { path: '/see/:person', at: '/see/person-0' }),
  staff('dossier-road', ['dossier-screen'], () => <DossierScreen />, {
    path: '/see/:person',
    at: '/see/person-0',
    presses: ['.give-road-title'],
  }),
  staff('dossier-first-day', ['dossier-screen'], () => <DossierScreen />, {
    path: '/see/:person',
    at: '/see/person-0',
    app: { dossier: () => () => ({ ...DOSSIER, held: [] }), toSee: () => ({ ...TO_SEE, toSee: [] }) },
  }),
  staff('give', ['give-screen', 'level-choice'], () => <GiveScreen />, give),
  staff('give-confirm', ['give-screen', 'confirm-gift'], () => <GiveScreen />, { ...give, presses: ['[data-primary]'] }),
];

const person = (name: string, files: readonly string[], show: () => JSX.Element, more: Partial<Entry> = {}): Entry => ({
  name,
  files: files.map((file) => `screens/person/${file}.tsx`),
  kind: 'person',
  show,
  ...more,
});

const TEAM = aBadge(2, 'en-equipe', { level: 2, ribbon: 'open' });
const KEY = aBadge(3, 'savoir-etre-au-travail', { ribbon: 'closed' });
const received = (name: string, app: Partial<App>): Entry =>
  person(name, ['receiving/received', 'home'], () => <Home />, {
    app: { badges: () => [TEAM, KEY, ...SOME_BADGES.slice(0, 1)], mediaAddress: async () => '/voice/fr/title.welcome.mp3', ...app },
  });

const ask = (name: string, files: readonly string[], presses: readonly string[] = [], app: Partial<App> = {}): Entry =>
  person(
    name,
    files.map((file) => `witness/${file}`),
    () => <AskWitness about="reflection" mould="en-equipe" onAsked={nothing} onLeave={nothing} />,
    { presses, app },
  );

const way = (n: number): string => `.witness-ways > :nth-child(${n})`;

const PERSON: readonly Entry[] = [
  received('received', { received: () => [RECEIVED] }),
  received('received-quiet', { received: () => [{ badge: badgeId(2), isKey: false, by: { face: RECEIVED.by?.face ?? QUESTION.face } }] }),
  received('received-key', { received: () => [{ badge: badgeId(3), isKey: true }] }),
  ask('ask-witness', ['ask-witness']),
  ask('witness-here', ['witness-here'], [way(1)]),
  ask('witness-here-face', ['witness-here'], [way(1), '[data-primary]']),
  ask('witness-here-name', ['witness-here'], [way(1), '[data-primary]', '.witness-face']),
  ask('witness-qr', ['witness-way'], [way(2)]),
  ask('witness-link', ['witness-way'], [way(3)]),
  ask('witness-slip', ['witness-way'], [way(4)]),
];

const page = (name: string, shown: WitnessPage, presses: readonly string[] = []): Entry => ({
  name,
  files: ['screens/witness/witness-page.tsx'],
  kind: 'staff',
  path: '/w',
  at: '/w',
  app: { who: () => 'nobody', me: () => undefined, witnessPage: () => () => shown },
  presses,
  show: () => <WitnessPageScreen />,
});

const WITNESS: readonly Entry[] = [
  page('witness-page', { state: 'asked', question: QUESTION }),
  page('witness-page-not-seen', { state: 'asked', question: QUESTION }, ['.witness-buttons > :last-child']),
  page('witness-page-kept', { state: 'said', question: QUESTION, safety: 'kept-here' }),
  page('witness-page-arrived', { state: 'said', question: QUESTION, safety: 'arrived' }),
  page('witness-page-not-there', { state: 'not-there' }),
  page('witness-page-ended', { state: 'ended' }),
  page('witness-page-no-network', { state: 'no-network' }),
];

/** What advisors, receivers and witnesses see. */
export const GIVING_ENTRIES: readonly Entry[] = [...ADVISOR, ...PERSON, ...WITNESS];
