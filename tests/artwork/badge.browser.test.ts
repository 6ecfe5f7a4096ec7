import { describe, expect, it } from 'vitest';
import { badgeSvg } from '#artwork/badge';
import { flowerSvg } from '#artwork/flower';
import { MARKS, type Mark, markSvg } from '#artwork/mark';
import { SHAPES } from '#artwork/shapes';

const picture = { body: '<circle cx="64" cy="64" r="60" fill="#c00"/>', viewBox: '0 0 128 128' };

/** Bytes of the drawing at `size` pixels, as a browser draws it when it is an image of its own. */
const pixels = async (svg: string, size: number): Promise<Uint8ClampedArray> => {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no 2d canvas');
  pen.drawImage(image, 0, 0, size, size);
  return pen.getImageData(0, 0, size, size).data;
};

const grey = (data: Uint8ClampedArray): number[] =>
  Array.from({ length: data.length / 4 }, (_, i) => {
    const [r = 0, g = 0, b = 0, a = 0] = data.slice(4 * i, 4 * i + 4);
    return ((0.2126 * r + 0.7152 * g + 0.0722 * b) * a) / 255 + 255 - a;
  });

/** How many of the 56 × 56 dots differ clearly once colour is gone. */
const difference = async (a: string, b: string): Promise<number> => {
  const [left, right] = [grey(await pixels(a, 56)), grey(await pixels(b, 56))];
  return left.filter((value, i) => Math.abs(value - (right[i] ?? 0)) > 48).length;
};

const badge = (change: object): string =>
  badgeSvg({ shape: 'hexagon', hue: 'gold', picture, ribbon: 'none', state: 'held', title: 'é & <b>', level: 1, ...change });

describe('drawings in a browser', () => {
  it('are well-formed in every shape, state and ribbon', () => {
    const parser = new DOMParser();
    const flower = flowerSvg({
      hue: 'plum',
      title: '<',
      needed: 2,
      next: 1,
      centre: { shape: 'flower', hue: 'plum', picture, ribbon: 'closed', state: 'held', title: '&' },
      petals: SHAPES.map((shape) => ({
        shape,
        hue: 'plum' as const,
        picture,
        ribbon: 'open' as const,
        state: 'held' as const,
        title: '"',
      })),
    });
    const badges = SHAPES.flatMap((shape) =>
      ['held', 'to-win', 'ended'].flatMap((state) => ['none', 'open', 'closed'].map((ribbon) => badge({ shape, state, ribbon }))),
    );
    const marks = (Object.keys(MARKS) as Mark[]).map((mark) => markSvg(mark, '<&"'));
    for (const svg of [flower, ...badges, ...marks]) {
      expect(parser.parseFromString(svg, 'image/svg+xml').querySelector('parsererror')?.textContent ?? '').toBe('');
    }
  });

  it('tell their levels, states and ribbons apart at 56 px without colour', async () => {
    for (const hue of ['gold', 'indigo', 'terra', 'night']) {
      expect(await difference(badge({ hue, level: 1 }), badge({ hue, level: 2 })), hue).toBeGreaterThan(30);
      expect(await difference(badge({ hue, level: 2 }), badge({ hue, level: 3 })), hue).toBeGreaterThan(30);
      expect(await difference(badge({ hue, ribbon: 'open' }), badge({ hue, ribbon: 'closed' })), hue).toBeGreaterThan(60);
      expect(await difference(badge({ hue }), badge({ hue, state: 'to-win' })), hue).toBeGreaterThan(200);
      expect(await difference(badge({ hue }), badge({ hue, state: 'ended' })), hue).toBeGreaterThan(200);
    }
  });
});
