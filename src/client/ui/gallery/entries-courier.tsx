import type { App } from '../app.ts';
import { CourierScreen } from '../screens/advisor/courier-screen.tsx';
import { SyncPanel } from '../screens/advisor/sync-panel.tsx';
import { SendBySomeone } from '../screens/person/courier/send-by-someone.tsx';
import type { Entry } from './entry.ts';

const advisor = { who: () => 'advisor' } as const satisfies Partial<App>;

const SEND_FILES = ['screens/person/courier/send-by-someone.tsx', 'screens/courier/turning-frames.tsx', 'screens/courier/frame-reader.tsx'];

/** A camera that reads one text as soon as it looks. */
const readsAtOnce: App['scan'] = (_view, on) => {
  queueMicrotask(() => {
    on.state('looking');
    on.text('PB1:one');
  });
  return { stop: () => undefined, torch: null };
};

const send = (name: string, app: Partial<App>, presses: readonly string[] = []): Entry => ({
  name,
  files: SEND_FILES,
  kind: 'person',
  app,
  presses,
  show: () => <SendBySomeone />,
});

const carry = (name: string, app: Partial<App>, presses: readonly string[] = []): Entry => ({
  name,
  files: ['screens/advisor/courier-screen.tsx', 'screens/courier/turning-frames.tsx', 'screens/courier/frame-reader.tsx'],
  kind: 'staff',
  app: { ...advisor, ...app },
  presses,
  show: () => <CourierScreen />,
});

/** Boxes given and carried, and the sync panel. */
export const COURIER_ENTRIES: readonly Entry[] = [
  send('send-by-someone', {}),
  send('send-by-someone-one', { boxToShow: async () => ({ state: 'frames', frames: ['PB1:one'] }) }),
  send('send-by-someone-nothing', { boxToShow: async () => ({ state: 'nothing' }) }),
  send('send-by-someone-no-key', { boxToShow: async () => ({ state: 'no-key' }) }),
  send('send-by-someone-too-big', { boxToShow: async () => ({ state: 'too-big' }) }),
  send('send-by-someone-answer', {}, ['[data-primary]']),
  send('send-by-someone-brought', { scan: readsAtOnce }, ['[data-primary]']),
  send('send-by-someone-not-answer', { scan: readsAtOnce, readAnswer: async () => ({ state: 'foreign' }) }, ['[data-primary]']),
  carry('carry', {}),
  carry('carry-nothing', { held: () => [] }),
  carry('carry-offline', { online: () => false, sendHeld: async () => 'no-network' }, ['[data-say="staff.courier.send"]']),
  carry('carry-reading', { takeBox: async () => ({ state: 'more', have: 2, of: 5 }), scan: readsAtOnce }, ['[data-primary]']),
  carry('carry-foreign', { takeBox: async () => ({ state: 'foreign' }), scan: readsAtOnce }, ['[data-primary]']),
  carry('carry-answer', {}, ['[data-say="staff.courier.show"]']),
  {
    name: 'sync-panel',
    files: ['screens/advisor/sync-panel.tsx'],
    kind: 'staff',
    app: advisor,
    show: () => <SyncPanel />,
  },
  {
    name: 'sync-panel-served',
    files: ['screens/advisor/sync-panel.tsx'],
    kind: 'staff',
    app: { ...advisor, pretended: () => undefined },
    show: () => <SyncPanel />,
  },
];
