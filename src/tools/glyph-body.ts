import { GLYPH_LIST, type GlyphName } from '#artwork/glyph-list';
import { readIcons } from './read-icons.ts';

/** Inner markup of a listed glyph, for a viewBox of 0 0 256 256. Throws when Phosphor has no such icon. */
export const glyphBody = (name: GlyphName): string => {
  const glyph = GLYPH_LIST[name];
  if ('own' in glyph) return glyph.own;
  const body = readIcons('ph')[glyph.icon]?.body;
  if (body === undefined) throw new Error(`Phosphor has no glyph called "${glyph.icon}"`);
  return body;
};

/** Names of all listed glyphs, in the list's order. */
export const glyphNames: readonly GlyphName[] = Object.keys(GLYPH_LIST) as GlyphName[];
