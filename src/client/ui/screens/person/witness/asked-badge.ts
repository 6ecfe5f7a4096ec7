import type { Draw } from '#domain/draw';
import type { App } from '../../../app.ts';

/** The badge somebody is asked about: one that is held, or one of my roads; undefined for an experience of my own. */
export const askedBadge = (app: Pick<App, 'badges' | 'roads'>, mould: string): Draw | undefined =>
  app.badges().find((badge) => badge.mould === mould)?.draw ??
  app
    .roads()
    .flatMap(({ petals }) => petals)
    .find((petal) => petal.mould === mould)?.draw;
