import type { App } from '../../app.ts';
import { GLYPHS } from '../../parts/glyphs.gen.ts';

/** The way out of a screen that leads nowhere: home, or to my card while the device is nobody's and has no home yet. */
export const wayHome = (app: App) =>
  app.who() === 'nobody'
    ? ({ label: 'label.my-card', glyph: GLYPHS.card, href: '/' } as const)
    : ({ label: 'label.home', glyph: GLYPHS.house, href: '/' } as const);
