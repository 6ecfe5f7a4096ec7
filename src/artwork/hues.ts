/** One hue per road. `deep` carries white text and edges, `main` fills, `light` is the disc behind a picture. */
export const HUES = {
  indigo: { deep: '#26306F', main: '#3C4BB0', light: '#E4E8FB' },
  teal: { deep: '#0B4650', main: '#0E7183', light: '#DCF3F6' },
  green: { deep: '#17492C', main: '#217A49', light: '#DDF3E4' },
  gold: { deep: '#5C3D00', main: '#946200', light: '#FCEFD2' },
  terra: { deep: '#6E2A10', main: '#B4481C', light: '#FBE6DC' },
  plum: { deep: '#551A5A', main: '#87368F', light: '#F5E3F6' },
  night: { deep: '#1B2A41', main: '#33506F', light: '#E2EAF3' },
} as const;

export type Hue = keyof typeof HUES;

/** The three colours a drawing is made of. */
export type Tones = { readonly deep: string; readonly main: string; readonly light: string };

/** What an ended badge wears instead of its hue. */
export const ENDED_TONES: Tones = { deep: '#5B544E', main: '#8C857E', light: '#EFECE8' };

export const INK = '#201A16';
export const LIGHT = '#FFD34E';

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);

/** `from` moved towards `to` by `share` (0–1), both as #RRGGBB. */
export const mix = (from: string, to: string, share: number): string => {
  const part = (at: number): string =>
    Math.round(channel(from, at) * (1 - share) + channel(to, at) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
};
