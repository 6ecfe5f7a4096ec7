import { expect, test } from 'vitest';
import { qrSvg } from '#client/device/qr-code';
import { scanFile } from '#client/device/scan-qr';

const ticket = `https://localhost:8787/e#${'aB3_'.repeat(88)}`;

/** The SVG as a screen would show it, `side` pixels wide. */
const shown = async (svg: string, side: number): Promise<Blob> => {
  const image = new Image(side, side);
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = new OffscreenCanvas(side, side);
  canvas.getContext('2d')?.drawImage(image, 0, 0, side, side);
  return canvas.convertToBlob();
};

const sideOf = (svg: string): number => Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);

test.each([
  ['a short address', 'https://localhost:8787/'],
  ['a ticket', ticket],
  ['accents', 'Fête des métiers'],
])('%s comes back from its drawing', async (_, text) => {
  expect(await scanFile(await shown(await qrSvg(text), 480))).toBe(text);
});

test('a ticket is a QR of version 13 with a quiet zone of four modules', async () => {
  expect(sideOf(await qrSvg(ticket))).toBe(4 * 13 + 17 + 8);
});

test('what fits version 10 has the stronger correction', async () => {
  expect(sideOf(await qrSvg('x'.repeat(213)))).toBe(4 * 10 + 17 + 8);
  expect(sideOf(await qrSvg('x'.repeat(214)))).toBe(4 * 9 + 17 + 8);
});

test('the drawing carries no style of its own, which the content security policy would drop', async () => {
  expect(await qrSvg(ticket)).not.toMatch(/style|<script|class=/);
});

test('a text no QR can hold is an error', async () => {
  await expect(async () => qrSvg('x'.repeat(5_000))).rejects.toThrow('too big');
});
