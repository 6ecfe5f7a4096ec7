import type { JSX } from 'solid-js';
import type { Refusal } from '#domain/refusal';
import type { App, CameraState, EntryRefusal, ScanOutcome } from '../app.ts';
import { Badges } from '../screens/person/badges.tsx';
import { CardEntry } from '../screens/person/card-entry.tsx';
import { makeDraft } from '../screens/person/card-flow.ts';
import { CardRefused } from '../screens/person/card-refused.tsx';
import { ChooseCode } from '../screens/person/choose-code.tsx';
import { Claim } from '../screens/person/claim.tsx';
import { ClaimTaken } from '../screens/person/claim-taken.tsx';
import { EnterCode } from '../screens/person/enter-code.tsx';
import { Help } from '../screens/person/help.tsx';
import { Home } from '../screens/person/home.tsx';
import { Insecure } from '../screens/person/insecure.tsx';
import { Language } from '../screens/person/language.tsx';
import { MeScreen } from '../screens/person/me.tsx';
import { MySound } from '../screens/person/my-sound.tsx';
import { NextStop } from '../screens/person/next-stop.tsx';
import { NotHere } from '../screens/person/not-here.tsx';
import { NotMe } from '../screens/person/not-me.tsx';
import { OneBadge } from '../screens/person/one-badge.tsx';
import { Road } from '../screens/person/road.tsx';
import { Scan } from '../screens/person/scan.tsx';
import { ScanRefused } from '../screens/person/scan-refused.tsx';
import { ShowBadge } from '../screens/person/show-badge.tsx';
import { WhoIsIt } from '../screens/person/who-is-it.tsx';
import type { Entry } from './entry.ts';
import { AMINA, aBadge, aRoad, badgeId, DAY_OF_TRADES, JUST_TAKEN, KARIM, MANY_BADGES, SOME_BADGES } from './fixed-values.ts';

const person = (name: string, files: readonly string[], show: () => JSX.Element, more: Partial<Entry> = {}): Entry => ({
  name,
  files: files.map((file) => `screens/person/${file}.tsx`),
  kind: 'person',
  show,
  ...more,
});

const nobody = { who: () => 'nobody', me: () => undefined } as const satisfies Partial<App>;
const card = { ...nobody, cardSecret: () => 'card', sound: () => 'quiet' } as const satisfies Partial<App>;
const ticket = { keptTicket: () => 'https://pepites.example/e#ticket' } satisfies Partial<App>;
const steps = { at: 2, of: 3 };
const nothing = (): void => undefined;
const code = { me: AMINA, steps, onBack: nothing, onTurn: nothing, onCode: async () => undefined };

const START: readonly Entry[] = [
  person('welcome', ['welcome', 'home', 'person-screen'], () => <Home />, { app: nobody }),
  person('card-sound', ['sound-choice', 'card-entry'], () => <CardEntry />, { app: { ...card, sound: () => 'not-asked' } }),
  person('card-who', ['who-is-it', 'card-entry'], () => <CardEntry />, { app: card }),
  person(
    'card-who-long',
    ['who-is-it'],
    () => <WhoIsIt me={{ ...KARIM, firstName: 'Marie-Antoinette' }} steps={steps} onBack={nothing} onMe={nothing} onNotMe={nothing} />,
    { app: card },
  ),
  person('card-not-me', ['not-me'], () => <NotMe back={nothing} />, { app: card }),
  person('card-loading', ['card-entry', 'looking'], () => <CardEntry />, {
    app: { ...card, openCard: () => new Promise(() => undefined) },
  }),
  person('card-of-another', ['card-entry', 'scan-refused'], () => <CardEntry />, {
    app: { cardSecret: () => 'card', openCard: async () => ({ me: KARIM, hasCode: true }) },
  }),
  person('code-choose', ['choose-code'], () => <ChooseCode {...code} turn="code" draft={makeDraft([2, 6])} />, { app: card }),
  person('code-story', ['choose-code'], () => <ChooseCode {...code} turn="story" draft={makeDraft([2, 6, 9, 4])} />, { app: card }),
  person('code-once-more', ['choose-code'], () => <ChooseCode {...code} turn="once-more" draft={makeDraft([2, 6, 9, 4])} />, { app: card }),
  person('code-enter', ['enter-code'], () => <EnterCode {...code} draft={makeDraft()} />, {
    app: card,
    presses: ['.code-key:nth-child(5)', '.code-key:nth-child(2)'],
  }),
  person('insecure', ['insecure'], () => <Insecure />, { app: nobody }),
];

const ENTRY_REFUSALS: readonly EntryRefusal[] = [
  'no-network',
  'CardUnknown',
  'CardVoid',
  'CodeWrong',
  'CodeLocked',
  'Broken',
  'TooMany',
  'Malformed',
  'NotAllowed',
];
const CARD_REFUSED = ENTRY_REFUSALS.map((type) =>
  person(`card-${type.toLowerCase()}`, ['card-refused'], () => <CardRefused type={type} back="/" onAgain={nothing} />, { app: card }),
);

const HOME: readonly Entry[] = [
  person('home', ['home'], () => <Home />),
  person('home-first-day', ['home'], () => <Home />, { app: { badges: () => [], roads: () => [aRoad(0)], safety: () => 'kept-here' } }),
  person('home-nothing-known', ['home'], () => <Home />, { app: { badges: () => [], roads: () => [] } }),
  person('home-pocket', ['home'], () => <Home />, { app: { ...ticket, safety: () => 'on-its-way' } }),
  person('home-road-done', ['home'], () => <Home />, { app: { roads: () => [aRoad(5)] } }),
  person('taken-back', ['taken-back', 'home'], () => <Home />, { app: { refusals: () => [{ n: 3, refusal: { type: 'EventUnknown' } }] } }),
  person('me', ['me'], () => <MeScreen />, { app: { safety: () => 'kept-here' } }),
  person('me-not-ready', ['me'], () => <MeScreen />, { app: { readyOffline: () => false } }),
  person('my-sound', ['my-sound', 'sound-choice'], () => <MySound />),
  person('language', ['language'], () => <Language />),
  person('help', ['help'], () => <Help />),
  person('help-nobody', ['help'], () => <Help />, { app: nobody }),
  person('not-here', ['not-here'], () => <NotHere />),
  person('not-here-nobody', ['not-here'], () => <NotHere />, { app: nobody }),
];

const camera = (state: CameraState, torch: boolean): Partial<App> => ({
  scan: (_view, on) => {
    queueMicrotask(() => on.state(state));
    return { stop: () => undefined, torch: torch ? () => undefined : null };
  },
});
const looked = (outcome: ScanOutcome): Partial<App> => ({ ...ticket, look: async () => outcome });

const REFUSALS: readonly Refusal[] = [
  { type: 'AlreadyHeld', badge: badgeId(1) },
  { type: 'TooEarly', opens: 0 },
  { type: 'EventOver', closes: 0 },
  { type: 'EventUnknown' },
  { type: 'TicketForged' },
  { type: 'TicketExpired' },
  { type: 'BadgeUnknown' },
  { type: 'NotYours' },
  { type: 'ActionUnknown' },
  { type: 'ActionMalformed' },
];
const SCAN_REFUSED = REFUSALS.map((refusal) =>
  person(`refused-${refusal.type.toLowerCase()}`, ['scan-refused', 'claim'], () => <Claim />, {
    app: looked({ type: 'refused', refusal }),
  }),
);

const CLAIM: readonly Entry[] = [
  person('scan', ['scan'], () => <Scan />, { app: camera('looking', false) }),
  person('scan-starting', ['scan'], () => <Scan />, { app: camera('starting', false) }),
  person('scan-dark', ['scan'], () => <Scan />, { app: camera('too-dark', true) }),
  person('scan-refused', ['scan'], () => <Scan />, { app: camera('refused', false) }),
  person('claim', ['claim'], () => <Claim />, { app: ticket }),
  person('claim-looking', ['claim'], () => <Claim />, { app: { ...ticket, look: () => new Promise(() => undefined) } }),
  person('claim-in-browser', ['claim-later', 'claim'], () => <Claim />, { app: { ...nobody, ...ticket } }),
  person('taken', ['claim-taken', 'claim'], () => <Claim />, { app: ticket, presses: ['[data-primary]'] }),
  person('taken-arrived', ['claim-taken'], () => <ClaimTaken badge={badgeId(1)} draw={DAY_OF_TRADES} />, {
    app: { badges: () => [{ ...JUST_TAKEN, ribbon: 'closed', safety: 'arrived', check: 'valid' }] },
  }),
  ...SCAN_REFUSED,
  person('refused-foreign', ['scan-refused', 'claim'], () => <Claim />, { app: looked({ type: 'foreign' }) }),
  person('refused-card', ['scan-refused'], () => <ScanRefused refusal={{ type: 'card' }} back="/" />),
];

const badge = { path: '/badges/:id', at: `/badges/${badgeId(1)}` };
const show = { path: '/badges/:id/show', at: `/badges/${badgeId(1)}/show` };

const MINE: readonly Entry[] = [
  person('badges', ['badges'], () => <Badges />),
  person('badges-many', ['badges'], () => <Badges />, { app: { badges: () => MANY_BADGES }, presses: ['.pager-arrow:last-child'] }),
  person('badges-two', ['badges'], () => <Badges />, { app: { badges: () => SOME_BADGES.slice(0, 2) } }),
  person('badges-one', ['badges'], () => <Badges />, { app: { badges: () => [JUST_TAKEN] } }),
  person('badges-none', ['badges'], () => <Badges />, { app: { badges: () => [] } }),
  person('badge-open', ['one-badge', 'held-badge'], () => <OneBadge />, badge),
  person('badge-closed', ['one-badge'], () => <OneBadge />, { ...badge, at: `/badges/${badgeId(2)}` }),
  person('badge-elsewhere', ['one-badge', 'not-here'], () => <OneBadge />, { ...badge, at: '/badges/none' }),
  person('show-who', ['show-badge'], () => <ShowBadge />, show),
  person('show-code', ['show-badge'], () => <ShowBadge />, {
    ...show,
    app: { badges: () => [aBadge(1, 'a-l-heure', { shown: 'world', level: 2 })] },
  }),
  person('show-by-phone', ['show-badge', 'packed-code'], () => <ShowBadge />, {
    ...show,
    app: { badges: () => [aBadge(1, 'a-l-heure', { shown: 'world', level: 2, ribbon: 'closed' })], online: () => false },
  }),
  person('show-copied', ['show-badge'], () => <ShowBadge />, {
    ...show,
    app: { badges: () => [aBadge(1, 'a-l-heure', { shown: 'world', level: 2 })], share: async () => false },
    presses: ['[data-say="label.share"]'],
  }),
  person('road', ['road'], () => <Road />),
  person('road-done', ['road'], () => <Road />, { app: { roads: () => [aRoad(5), aRoad(1)] } }),
  person('road-none', ['road'], () => <Road />, { app: { roads: () => [] } }),
  person('road-stop', ['next-stop'], () => <NextStop />, { path: '/road/:stop', at: '/road/next' }),
];

/** What a person sees, from her card to the badge she shows. */
export const PERSON_ENTRIES: readonly Entry[] = [...START, ...CARD_REFUSED, ...HOME, ...CLAIM, ...MINE];
