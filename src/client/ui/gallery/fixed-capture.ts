import type { ShownView } from '#client/views/shown-view';
import type { CaptureApp, CaptureState, TakeView } from '../app-capture.ts';
import { THAT_DAY } from './fixed-values.ts';

const drawing = (body: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 160" width="600" height="800">${body}</svg>`)}`;

const BENCH =
  '<path fill="#8a9a7b" d="M0 0h120v160H0z"/><path fill="#6b4a2b" d="M0 96h120v64H0z"/><path fill="#c08a52" d="M12 104h96v20H12z"/>' +
  '<circle cx="60" cy="66" r="26" fill="#4e7d3a"/><path fill="#b4481c" d="M40 82h40l-6 24H46z"/>';
const PAPER =
  '<path fill="#7a6a58" d="M0 0h120v160H0z"/><path fill="#fff" d="M18 16h84v128H18z"/><path stroke="#918470" stroke-width="3" d="M28 34h50M28 50h64M28 62h64M28 74h50M28 100h30"/>';

/** A photo that was never taken. */
export const aTake = (kind: TakeView['kind'] = 'photo'): TakeView => ({
  id: kind,
  kind,
  address: kind === 'attestation' ? drawing(PAPER) : kind === 'photo' ? drawing(BENCH) : '',
  ms: kind === 'photo' || kind === 'attestation' ? 0 : 14_000,
});

const KINDS: readonly ShownView['kind'][] = ['photo', 'voice', 'video', 'attestation'];
const SAFETIES: readonly ShownView['safety'][] = ['kept-here', 'on-its-way', 'arrived', 'arrived'];

/** The `n`th thing of somebody's. */
export const aShown = (n: number, change: Partial<ShownView> = {}): ShownView => ({
  id: `0197c000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  kind: KINDS[n % 4] ?? 'photo',
  scope: 'q:amina',
  media: KINDS[n % 4] ?? 'photo',
  at: THAT_DAY - n * 86_400_000,
  seenBy: 'me',
  safety: SAFETIES[n % 4] ?? 'arrived',
  ...change,
});

/** A camera and a microphone that tell this, and make what `aTake` is. */
export const fixedDevices = (state: CaptureState, torch = false): Pick<CaptureApp, 'viewfinder' | 'recordVoice'> => ({
  viewfinder: (_view, kind, on) => {
    queueMicrotask(() => on(state));
    return {
      torch: torch ? () => undefined : null,
      shoot: async () => aTake(kind),
      film: () => on('recording'),
      end: async () => aTake('video'),
      stop: () => undefined,
    };
  },
  recordVoice: (_most, on) => {
    queueMicrotask(() => on(state === 'ready' ? 'recording' : state));
    return { end: async () => aTake('voice'), stop: () => undefined };
  },
});

/** The App's part of fixed values. */
export const fixedCapture: CaptureApp = {
  ...fixedDevices('ready', true),
  shown: () => [aShown(0), aShown(1), aShown(2), aShown(3), aShown(4)],
  mediaAddress: async (_scope, media) => {
    const kind = KINDS.find((one) => one === media);
    return kind ? aTake(kind).address || '/voice/fr/title.welcome.mp3' : null;
  },
  takeBack: async () => undefined,
  showTo: async () => undefined,
  sendNow: async () => undefined,
  knowsPhotos: () => true,
  learnedPhotos: () => undefined,
  photoOf: async (_file, kind) => aTake(kind),
  blur: async (take) => take,
  keepShown: async () => ({ evidence: aShown(0).id }),
  keepVoice: async () => ({ media: 'voice', ms: 14_000 }),
  dropTake: async () => undefined,
  unfinished: () => undefined,
  found: () => undefined,
  putAside: () => undefined,
  makeRoom: async () => 0,
};
