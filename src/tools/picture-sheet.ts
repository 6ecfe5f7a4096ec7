import { GLYPH_LIST } from '#artwork/glyph-list';
import { PICTURES } from '#artwork/picture-list';
import { escapeXml, prefixIds } from '#artwork/svg-text';
import { glyphBody, glyphNames } from './glyph-body.ts';

const meaning = (name: string): string => (PICTURES as Readonly<Record<string, { means: string }>>)[name]?.means ?? '';

const sized = (svg: string, name: string, size: number): string =>
  prefixIds(svg, `${name}${size}`).replace('<svg ', `<svg width="${size}" height="${size}" `);

const cell = (drawing: string, name: string, means: string): string =>
  `<figure>${drawing}<figcaption><b>${escapeXml(name)}</b><br>${escapeXml(means)}</figcaption></figure>`;

/** One HTML page with every picture at 96 and 40 px, in colour and in grey, and every glyph, for people to judge by eye. */
export const pictureSheet = (pictures: ReadonlyMap<string, string>): string => {
  const shown = Array.from(pictures, ([name, svg]) =>
    cell(`${sized(svg, name, 96)}${sized(svg, name, 40)}<span class="grey">${sized(svg, `${name}g`, 40)}</span>`, name, meaning(name)),
  );
  const glyphs = glyphNames.map((name) =>
    cell(`<svg width="48" height="48" viewBox="0 0 256 256">${glyphBody(name)}</svg>`, name, GLYPH_LIST[name].means),
  );
  return (
    '<!doctype html><meta charset="utf-8"><title>Pictures</title><style>body{background:#fbf6ec;font:12px sans-serif;display:grid;' +
    'grid-template-columns:repeat(auto-fill,190px);gap:8px}figure{margin:0;padding:6px;background:#fff;border-radius:8px}.grey{filter:grayscale(1)}</style>' +
    `${shown.join('')}${glyphs.join('')}`
  );
};
