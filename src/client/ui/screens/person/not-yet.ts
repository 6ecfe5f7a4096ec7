import type { Draw } from '#domain/draw';

/** Two outlines of badges to be won, for where there is none yet. Never named, never spoken. */
export const NOT_YET: readonly Draw[] = [
  { shape: 'hexagon', hue: 'indigo', picture: 'work-together', title: '' },
  { shape: 'rosette', hue: 'gold', picture: 'event', title: '' },
];
