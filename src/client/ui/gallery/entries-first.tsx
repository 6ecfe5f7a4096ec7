import type { JSX } from 'solid-js';
import type { App } from '../app.ts';
import { ConsentScreen } from '../screens/person/first/consent.tsx';
import { EraseScreen } from '../screens/person/first/erase-screen.tsx';
import { FirstStart } from '../screens/person/first/first-start.tsx';
import { InstallScreen } from '../screens/person/first/install-screen.tsx';
import { LeaveScreen } from '../screens/person/first/leave-screen.tsx';
import { LookFirst } from '../screens/person/first/look-first.tsx';
import { MyData } from '../screens/person/first/my-data.tsx';
import { PhoneScreen } from '../screens/person/first/phone-screen.tsx';
import { MeScreen } from '../screens/person/me.tsx';
import type { Entry } from './entry.ts';

const entry = (name: string, files: readonly string[], show: () => JSX.Element, more: Partial<Entry> = {}): Entry => ({
  name,
  files: files.map((file) => `screens/person/${file}.tsx`),
  kind: 'person',
  show,
  ...more,
});

const nobody = { who: () => 'nobody', me: () => undefined } as const satisfies Partial<App>;
const firstDay = { ...nobody, greeted: () => false, sound: () => 'not-asked' } as const satisfies Partial<App>;
const press = { greeting: '.four .press', primary: '[data-primary]', answer: '.consent-answers .press:last-child' };

const LOOK: readonly Entry[] = [
  entry('first-language', ['first/first-start', 'language'], () => <FirstStart />, { app: firstDay }),
  entry('first-hello', ['first/first-start'], () => <FirstStart />, { app: firstDay, presses: [press.greeting] }),
  entry('first-sound', ['first/first-start', 'sound-choice'], () => <FirstStart />, { app: { ...firstDay, greeted: () => true } }),
  entry('look', ['first/look-first'], () => <LookFirst />, { app: nobody, path: '/look', at: '/look' }),
  entry('look-turned', ['first/look-first'], () => <LookFirst />, { app: nobody, path: '/look', at: '/look', presses: [press.primary] }),
  entry('look-question', ['first/look-first'], () => <LookFirst />, { app: nobody, path: '/look', at: '/look?at=question' }),
  entry('look-answered', ['first/look-first'], () => <LookFirst />, {
    app: nobody,
    path: '/look',
    at: '/look?at=question',
    presses: ['.look-three .press:nth-child(2)'],
  }),
];

const consent = { path: '/consent', at: '/consent' };

const CONSENT: readonly Entry[] = [
  entry('consent-kept', ['first/consent', 'first/consent-scene'], () => <ConsentScreen />, consent),
  entry('consent-team', ['first/consent', 'first/consent-scene'], () => <ConsentScreen />, { ...consent, presses: [press.answer] }),
  entry('consent-private', ['first/consent', 'first/consent-scene'], () => <ConsentScreen />, {
    ...consent,
    app: { consents: async () => ({ kept: 'yes', team: 'later' }) },
  }),
  entry('consent-again', ['first/consent'], () => <ConsentScreen />, {
    path: '/consent',
    at: '/consent?from=me',
    app: { consents: async () => ({ kept: 'later', team: 'yes', private: 'yes' }) },
  }),
];

const WAYS = ['touch', 'ios', 'firefox', 'samsung'] as const;
const install = { path: '/install', at: '/install' };

const INSTALL: readonly Entry[] = [
  ...WAYS.map((way) =>
    entry(`install-${way}`, ['first/install-screen', 'first/install-scene'], () => <InstallScreen />, {
      ...install,
      app: { installWay: () => way },
    }),
  ),
  entry('me-to-install', ['me'], () => <MeScreen />, { app: { installWay: () => 'ios' } }),
];

const DATA: readonly Entry[] = [
  entry('my-data', ['first/my-data', 'first/file-scene'], () => <MyData />),
  entry('my-data-making', ['first/my-data', 'looking'], () => <MyData />, {
    app: { takeAway: () => new Promise(() => undefined) },
    presses: ['[data-say="label.take-away"]'],
  }),
  entry('my-data-made', ['first/my-data'], () => <MyData />, { presses: ['[data-say="label.take-away"]'] }),
  entry('my-data-made-here', ['first/my-data'], () => <MyData />, {
    app: { takeAway: async () => ({ name: 'pepites.zip', share: null }) },
    presses: ['[data-say="label.take-away"]'],
  }),
  entry('my-data-failed', ['first/my-data'], () => <MyData />, {
    app: { takeAway: async () => null },
    presses: ['[data-say="label.take-away"]'],
  }),
  entry('erase', ['first/erase-screen'], () => <EraseScreen />),
  entry('erase-waiting', ['first/erase-screen'], () => <EraseScreen />, { app: { safety: () => 'kept-here' } }),
  entry('erase-undo', ['first/erase-screen'], () => <EraseScreen />, { presses: ['[data-say="label.erase"]'] }),
];

const shared = { phone: () => 'shared' } as const satisfies Partial<App>;
const leave = { path: '/leave', at: '/leave' };

const LEAVING: readonly Entry[] = [
  entry('phone', ['first/phone-screen', 'first/phone-scene'], () => <PhoneScreen />, { app: { phone: () => 'not-asked' } }),
  entry('me-shared', ['me'], () => <MeScreen />, { app: shared }),
  entry('leave', ['first/leave-screen'], () => <LeaveScreen />, { ...leave, app: shared }),
  entry('leave-waiting', ['first/leave-screen'], () => <LeaveScreen />, { ...leave, app: { ...shared, safety: () => 'kept-here' } }),
  entry('leave-still-here', ['first/leave-screen'], () => <LeaveScreen />, { path: '/leave', at: '/leave?at=still-here', app: shared }),
  entry('leave-not-yet', ['first/leave-screen'], () => <LeaveScreen />, {
    ...leave,
    app: { ...shared, leave: async () => 'no-key' },
    presses: ['[data-primary]'],
  }),
];

/** Somebody's first minutes, and all that is hers. */
export const FIRST_ENTRIES: readonly Entry[] = [...LOOK, ...CONSENT, ...INSTALL, ...DATA, ...LEAVING];
