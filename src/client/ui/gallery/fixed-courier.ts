import type { CourierApp, HeldView, SyncState } from '../app-courier.ts';

const AT = Date.UTC(2026, 4, 30, 9);

/** Boxes in every state. */
const SOME_BOXES: readonly HeldView[] = [
  { id: 'box-1', at: AT, from: 'carried', state: 'waiting' },
  { id: 'box-2', at: AT - 3_600_000, from: 'carried', state: 'answered' },
  { id: 'box-3', at: AT - 7_200_000, from: 'carried', state: 'refused', problem: 'BoxUnreadable' },
  { id: 'box-4', at: AT - 9_000_000, from: 'left', state: 'waiting' },
];

const A_SYNC_STATE: SyncState = {
  device: 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
  role: 'advisor',
  version: 1,
  outbox: { waiting: 4, unsealed: 1, segments: 2, aside: 0 },
  progress: { epoch: 'a', last: 118, acknowledged: 121, safe: 110, serverTime: AT, seenAt: AT },
  cursors: { 'c:network': 412, 's:atelier-des-pins': 88, 'd:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK': 12 },
  boxes: { sent: 1, held: SOME_BOXES },
  media: { held: 3, bytes: 2_400_000, sent: 800_000 },
  runs: [
    { at: AT - 120_000, ended: 'silence', why: 'unreachable' },
    { at: AT - 60_000, ended: 'silence', why: 'foreign' },
    { at: AT - 30_000, ended: 'refused', why: 'TooMany' },
    { at: AT, ended: 'done' },
  ],
};

/** Boxes of fixed values. */
export const fixedCourier: CourierApp = {
  boxToShow: async () => ({ state: 'frames', frames: ['PB1:one', 'PB1:two', 'PB1:three'] }),
  shareBox: async () => true,
  readAnswer: async () => ({ state: 'taken' }),
  held: () => SOME_BOXES,
  takeBox: async () => ({ state: 'taken' }),
  sendHeld: async () => 'sent',
  answerToShow: async () => ['PB1:one', 'PB1:two'],
  shareAnswer: async () => true,
  handedOver: async () => undefined,
  syncState: async () => A_SYNC_STATE,
  saveSyncState: async () => undefined,
  pretended: () => ({ network: 'real', days: 0 }),
  pretend: () => undefined,
};
