import { HUES, type Hue } from './hues.ts';
import { escapeXml } from './svg-text.ts';

/**
 * Colour and shape that tell apart two people who chose the same figure. Each has a name anyone can say aloud; none of them is a
 * circle, a square or a triangle, which mean something on faces, and none is a religious, national or street sign.
 */
export const MARKS = {
  leaf: { hue: 'green', path: 'M6 26C4 12 14 4 28 4c1 14-6 24-18 23l-4 4-3-2z' },
  drop: { hue: 'teal', path: 'M16 2c6 8 11 13 11 19a11 11 0 0 1-22 0C5 15 10 10 16 2z' },
  diamond: { hue: 'indigo', path: 'M9 5h14l7 9-14 15L2 14z' },
  cup: { hue: 'gold', path: 'M4 6h20v4h1a6 6 0 0 1 0 12h-2a9 9 0 0 1-5 6h-8a10 10 0 0 1-6-9zm20 8v4h1a2 2 0 0 0 0-4z' },
  hat: { hue: 'terra', path: 'M9 20 10 9c.5-4 11.5-4 12 0l1 11c4 0 7 1 7 3 0 3-6 5-14 5S2 26 2 23c0-2 3-3 7-3z' },
  bridge: { hue: 'plum', path: 'M1 9h30v18h-6v-3a9 7 0 0 0-18 0v3H1z' },
  cloud: { hue: 'night', path: 'M9 26a7 7 0 0 1-.5-14A8.5 8.5 0 0 1 24 11.5 7.3 7.3 0 0 1 24 26z' },
} as const satisfies Readonly<Record<string, { readonly hue: Hue; readonly path: string }>>;

export type Mark = keyof typeof MARKS;

/** A mark as a standalone SVG on a white ground, for the corner of a figure; `title` is what is said. */
export const markSvg = (mark: Mark, title: string): string => {
  const { hue, path } = MARKS[mark];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 48 48" role="img"><title>${escapeXml(title)}</title>` +
    `<circle cx="16" cy="16" r="22" fill="#fff" stroke="${HUES[hue].main}" stroke-width="3"/><path d="${path}" fill="${HUES[hue].main}"/></svg>`
  );
};
