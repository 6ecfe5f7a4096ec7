import { expect, test } from 'vitest';
import { grabFile, makeQrReader } from '#client/device/read-qr';
import { drawFrame, type FilmStyle, handheld } from '../../journeys/kit/qr-film.ts';

/** As long as an event ticket: one QR v13. */
const ticket = `https://localhost:8787/e#${'aB3_'.repeat(88)}`;

const pixels = (text: string | null, style: Partial<FilmStyle> = {}): ImageData => {
  const whole = { ...handheld, ...style };
  const grey = drawFrame(text, whole, 0.7);
  const data = new Uint8ClampedArray(grey.length * 4);
  for (const [i, level] of grey.entries()) data.set([level, level, level, 255], 4 * i);
  return new ImageData(data, whole.width, whole.height);
};
const bitmap = (text: string | null, style: Partial<FilmStyle> = {}) => createImageBitmap(pixels(text, style));

const reader = makeQrReader();

test('a noisy, tilted, moving ticket of 380 characters is read', async () => {
  expect((await reader.read(await bitmap(ticket)))?.texts).toEqual([ticket]);
});

test('an empty wall gives no text', async () => {
  expect((await reader.read(await bitmap(null)))?.texts).toEqual([]);
});

test('pixels are read where bitmaps cannot be handed over', async () => {
  expect((await reader.read(pixels(ticket)))?.texts).toEqual([ticket]);
});

test('accents come through whole', async () => {
  expect((await reader.read(await bitmap('Fête des métiers — été ☀')))?.texts).toEqual(['Fête des métiers — été ☀']);
});

test.each([
  ['a strong tilt', { tilt: 35 }],
  ['heavy noise', { noise: 40 }],
  ['a dim room', { light: 0.3 }],
])('a ticket in %s is read', async (_, style) => {
  expect((await reader.read(await bitmap(ticket, style)))?.texts).toEqual([ticket]);
});

test('a dark cupboard is told by its light, a lit wall too', async () => {
  expect((await reader.read(await bitmap(null, { light: 0.05 })))?.light).toBeLessThan(26);
  expect((await reader.read(await bitmap(null)))?.light).toBeGreaterThan(60);
});

test('a second frame is not sent while the first is being read', async () => {
  const first = reader.read(await bitmap(ticket));
  expect(await reader.read(await bitmap(ticket))).toBeNull();
  expect((await first)?.texts).toEqual([ticket]);
});

test('a stopped reader answers nothing instead of waiting for ever', async () => {
  const stopped = makeQrReader();
  const answer = stopped.read(await bitmap(ticket));
  stopped.stop();
  expect(await answer).toBeNull();
});

test('a photo is scaled to the size asked for, and a text file is no photo', async () => {
  const canvas = new OffscreenCanvas(2_000, 1_000);
  canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
  const frame = await grabFile(await canvas.convertToBlob(), 500);
  expect([frame?.width, frame?.height]).toEqual([500, 250]);
  expect(await grabFile(new Blob(['bonjour'], { type: 'text/plain' }), 500)).toBeNull();
});
