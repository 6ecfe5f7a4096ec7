import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeScan, scanFile } from '#client/device/scan-qr';
import type { ScanState } from '#client/device/scan-reports';
import { drawFrame, handheld } from '../../journeys/kit/qr-film.ts';

const style = { ...handheld, fps: 10 };
const canvas = document.createElement('canvas');
canvas.width = style.width;
canvas.height = style.height;

/** What stands before the lens now. */
let before: { text: string | null; light: number } = { text: null, light: 1 };
const draw = (time: number): void => {
  const grey = drawFrame(before.text, { ...style, light: before.light }, time);
  const image = new ImageData(style.width, style.height);
  for (const [i, level] of grey.entries()) image.data.set([level, level, level, 255], 4 * i);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
};

const streams: MediaStream[] = [];
let view: HTMLElement;
let drawing: ReturnType<typeof setInterval>;
const openings = vi.spyOn(navigator.mediaDevices, 'getUserMedia');

beforeEach(() => {
  before = { text: null, light: 1 };
  view = document.createElement('div');
  document.body.append(view);
  let time = 0;
  drawing = setInterval(() => {
    time += 0.1;
    draw(time);
  }, 100);
  // A canvas stands in for the lens: everything behind getUserMedia is real.
  openings.mockImplementation(async () => {
    const stream = canvas.captureStream(10);
    streams.push(stream);
    return stream;
  });
});

afterEach(() => {
  clearInterval(drawing);
  view.remove();
});

const watch = () => {
  const texts: string[] = [];
  const states: ScanState[] = [];
  return { texts, states, on: { text: (text: string) => void texts.push(text), state: (state: ScanState) => void states.push(state) } };
};

const isLive = (track: MediaStreamTrack): boolean => track.readyState === 'live';

const refuse = (name: string): void => {
  openings.mockRejectedValue(new DOMException('no', name));
};

test('a scan starts, looks, and tells a text once however long it is held', async () => {
  const seen = watch();
  before = { text: 'https://example.org/one', light: 1 };
  const scan = makeScan(view, seen.on);
  await vi.waitFor(() => expect(seen.texts).toEqual(['https://example.org/one']), 10_000);
  before = { text: 'https://example.org/two', light: 1 };
  await vi.waitFor(() => expect(seen.texts).toEqual(['https://example.org/one', 'https://example.org/two']), 10_000);
  expect(seen.states).toEqual(['starting', 'looking']);
  scan.stop();
});

test('nobody is called back before the scan has been returned', async () => {
  const torches: unknown[] = [];
  const scan = makeScan(view, { text: () => undefined, state: () => torches.push(scan.torch) });
  expect(torches).toEqual([]);
  await vi.waitFor(() => expect(torches).toEqual([null, null]), 10_000);
  scan.stop();
});

test('a stopped scan gives the camera back and leaves nothing in the view', async () => {
  const seen = watch();
  const scan = makeScan(view, seen.on);
  await vi.waitFor(() => expect(seen.states).toContain('looking'), 10_000);
  expect(view.querySelector('video')).not.toBeNull();
  scan.stop();
  expect(view.childElementCount).toBe(0);
  await vi.waitFor(() => expect(streams.flatMap((stream) => stream.getTracks()).filter(isLive)).toEqual([]));
  expect(document.querySelector('video')).toBeNull();
});

test('a scan stopped before its camera opened gives it back as soon as it does', async () => {
  const seen = watch();
  const opened = streams.length;
  const scan = makeScan(view, seen.on);
  await vi.waitFor(() => expect(streams.length).toBe(opened + 1), 10_000);
  scan.stop();
  view.remove();
  await vi.waitFor(() => expect(document.querySelector('video')).toBeNull(), 10_000);
  expect(seen.states).not.toContain('looking');
});

test('too little light is told, and its return too', async () => {
  const seen = watch();
  before = { text: null, light: 0.03 };
  const scan = makeScan(view, seen.on);
  await vi.waitFor(() => expect(seen.states.at(-1)).toBe('too-dark'), 10_000);
  before = { text: null, light: 1 };
  await vi.waitFor(() => expect(seen.states.at(-1)).toBe('looking'), 10_000);
  scan.stop();
});

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'missing'],
])('a camera that answers %s is %s', async (name, state) => {
  const seen = watch();
  refuse(name);
  const scan = makeScan(view, seen.on);
  await vi.waitFor(() => expect(seen.states.at(-1)).toBe(state), 10_000);
  expect(view.childElementCount).toBe(0);
  scan.stop();
});

test('a camera taken away by the phone is missing', async () => {
  const seen = watch();
  const scan = makeScan(view, seen.on);
  await vi.waitFor(() => expect(seen.states.at(-1)).toBe('looking'), 10_000);
  const track = streams.at(-1)?.getVideoTracks()[0];
  track?.stop();
  track?.dispatchEvent(new Event('ended'));
  await vi.waitFor(() => expect(seen.states.at(-1)).toBe('missing'), 10_000);
  scan.stop();
});

test('a camera without a torch has none', async () => {
  const seen = watch();
  const scan = makeScan(view, seen.on);
  await vi.waitFor(() => expect(seen.states.at(-1)).toBe('looking'), 10_000);
  expect(scan.torch).toBeNull();
  scan.stop();
});

test('the QR of a photo is read, also small in a wide photo; a photo without one gives null', async () => {
  const wide = new OffscreenCanvas(3_000, 2_000);
  const context = wide.getContext('2d');
  if (!context) throw new Error('a canvas without a context');
  context.fillStyle = '#999';
  context.fillRect(0, 0, 3_000, 2_000);
  expect(await scanFile(await wide.convertToBlob({ type: 'image/jpeg' }))).toBeNull();
  const ticket = `https://localhost:8787/e#${'aB3_'.repeat(88)}`;
  before = { text: ticket, light: 1 };
  draw(0.7);
  context.drawImage(canvas, 2_200, 200, 320, 240);
  expect(await scanFile(await wide.convertToBlob({ type: 'image/jpeg' }))).toBe(ticket);
});
