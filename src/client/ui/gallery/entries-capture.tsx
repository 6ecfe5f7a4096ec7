import type { JSX } from 'solid-js';
import type { App } from '../app.ts';
import type { CaptureProblem } from '../app-capture.ts';
import { GLYPHS } from '../parts/glyphs.gen.ts';
import { PlayMedia } from '../parts/play-media.tsx';
import { RecordRing } from '../parts/record-ring.tsx';
import { ShownThumb } from '../parts/shown-thumb.tsx';
import { RecordVoice } from '../screens/capture/record-voice.tsx';
import { AddShown } from '../screens/person/capture/add-shown.tsx';
import { BlurPhoto } from '../screens/person/capture/blur-photo.tsx';
import { Capture } from '../screens/person/capture/capture.tsx';
import { OneShown } from '../screens/person/capture/one-shown.tsx';
import { Shown } from '../screens/person/capture/shown.tsx';
import { Unfinished } from '../screens/person/capture/unfinished.tsx';
import { PersonScreen } from '../screens/person/person-screen.tsx';
import type { Entry } from './entry.ts';
import { aShown, aTake, fixedDevices } from './fixed-capture.ts';

const nothing = (): void => undefined;

const capture = (name: string, files: readonly string[], show: () => JSX.Element, more: Partial<Entry> = {}): Entry => ({
  name: `capture-${name}`,
  files: files.map((file) => `screens/person/capture/${file}.tsx`),
  kind: 'person',
  show,
  ...more,
});

const of = (kind: 'photo' | 'video' | 'voice' | 'attestation', notToShow?: string) => (): JSX.Element => (
  <Capture kind={kind} {...(notToShow !== undefined && { notToShow })} onKept={nothing} onLeave={nothing} />
);

const SHUTTER = '[data-primary]:not([disabled])';
const KEEP = '.actions-equal > :last-child';

const problem = (kind: 'photo' | 'voice', why: CaptureProblem): Entry =>
  capture(`${kind}-${why}`, ['problem', 'aim'], of(kind), {
    app: fixedDevices(why),
    ...(kind === 'voice' && { presses: [SHUTTER] }),
  });

const one = (n: number, change: Partial<App> = {}): Partial<Entry> => ({
  path: '/me/shown/:id',
  at: `/me/shown/${aShown(n).id}`,
  app: change,
});

export const CAPTURE_ENTRIES: readonly Entry[] = [
  capture('examples', ['photo-examples', 'capture'], of('photo'), { app: { knowsPhotos: () => false } }),
  capture('photo', ['aim', 'capture'], of('photo')),
  capture('photo-not', ['aim'], of('photo', 'Pas le visage des clients.'), { app: fixedDevices('ready') }),
  capture('photo-starting', ['aim'], of('photo'), { app: fixedDevices('starting') }),
  capture('photo-review', ['review', 'keeping'], of('photo'), { presses: [SHUTTER] }),
  capture('photo-faces', ['review', 'keeping'], of('photo'), { presses: [SHUTTER, KEEP] }),
  capture('photo-blur', ['blur-photo', 'keeping'], of('photo'), { presses: [SHUTTER, KEEP, '.faces-ways > :nth-child(2)'] }),
  capture('paper', ['aim'], of('attestation')),
  capture('paper-review', ['review'], of('attestation'), { presses: [SHUTTER] }),
  capture('film', ['aim'], of('video')),
  capture('film-running', ['aim'], of('video'), { presses: [SHUTTER] }),
  capture('film-review', ['review'], of('video'), { presses: [SHUTTER, '.record-ring-on'] }),
  capture('film-faces', ['review'], of('video'), { presses: [SHUTTER, '.record-ring-on', KEEP] }),
  capture('voice', ['speak', 'capture'], of('voice')),
  capture('voice-running', ['speak'], of('voice'), { presses: [SHUTTER] }),
  capture('voice-review', ['review'], of('voice'), { presses: [SHUTTER, '.record-ring-on'] }),
  ...(['refused', 'missing', 'taken', 'storage-full', 'no-picture'] as const).map((why) => problem('photo', why)),
  ...(['refused', 'missing', 'storage-full'] as const).map((why) => problem('voice', why)),
  capture('unfinished', ['unfinished', 'keeping'], () => <Unfinished take={aTake('video')} />),
  capture('blur-alone', ['blur-photo', 'touch-photo'], () => (
    <PersonScreen name="blur" say={[]} back="/">
      <BlurPhoto take={aTake()} onBlurred={nothing} onDone={nothing} />
    </PersonScreen>
  )),
  {
    name: 'capture-record-voice',
    files: ['screens/capture/record-voice.tsx'],
    kind: 'person',
    show: () => (
      <PersonScreen name="record-voice" say={[]} back="/">
        <RecordVoice mostMs={60_000} onKept={nothing} onLeave={nothing} />
      </PersonScreen>
    ),
  },
  capture('add', ['add-shown'], () => <AddShown />),
  capture('shown', ['shown'], () => <Shown />),
  capture('shown-one', ['shown'], () => <Shown />, { app: { shown: () => [aShown(0)] } }),
  capture('shown-none', ['shown'], () => <Shown />, { app: { shown: () => [] } }),
  capture('one-shown-photo', ['one-shown'], () => <OneShown />, one(0)),
  capture('one-shown-voice', ['one-shown'], () => <OneShown />, one(1, { shown: () => [aShown(1, { seenBy: 'structure' })] })),
  capture('one-shown-away', ['one-shown'], () => <OneShown />, one(0, { mediaAddress: async () => null })),
  capture('gone-back', ['one-shown'], () => <OneShown />, { ...one(0), presses: ['.shown-take-back'] }),
  {
    name: 'part-capture',
    files: ['parts/record-ring.tsx', 'parts/play-media.tsx', 'parts/shown-thumb.tsx'],
    kind: 'part',
    show: () => (
      <main class="gallery-parts">
        <h1>capture</h1>
        <RecordRing class="speak-ring" name="speak" say="label.start-speaking" most={60_000} recording={false} glyph={GLYPHS.microphone} />
        <RecordRing class="speak-ring" name="stop" say="label.finish" most={60_000} recording glyph={GLYPHS.microphone} />
        <PlayMedia kind="voice" address="" name="play" say="label.hear-it" />
        <ShownThumb shown={aShown(0)} onPress={nothing} />
        <ShownThumb shown={aShown(1)} />
      </main>
    ),
  },
];
