import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SKIN } from '#artwork/figure-look';
import { HUES, INK, LIGHT } from '#artwork/hues';
import { PICTURES } from '#artwork/picture-list';
import { picturesWanted } from '#tools/kit-pictures';
import { makePictures } from '#tools/pictures';
import { projectRoot } from '#tools/project-root';
import { readIcons } from '#tools/read-icons';

const FOLDER = join(projectRoot, 'src/artwork/drawn');
const files = (folder: string): readonly string[] => readdirSync(folder).filter((file) => file.endsWith('.svg'));
const sources = [...files(FOLDER), ...files(join(FOLDER, 'parts')).map((file) => `parts/${file}`)].map(
  (file) => [file, readFileSync(join(FOLDER, file), 'utf8')] as const,
);
const finished = makePictures();
const drawn = Object.entries(PICTURES).flatMap(([name, source]) => ('drawn' in source ? [name] : []));

const coloursIn = (svg: string): readonly string[] =>
  Array.from(svg.matchAll(/#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/gi), ([colour]) => colour.toUpperCase()).map((colour) =>
    colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour,
  );
/** Boards, cartons and bricks, and the paper of a page: the few colours of ours that Noto Emoji has not. */
const OURS = ['#8D5A2B', '#A56D36', '#C98B4E', '#E0AC72', '#F3D3A4', '#A5371B', '#D0562F', '#E57E58', '#FBF6EC'];
const palette = new Set([
  ...Object.values(readIcons('noto')).flatMap((icon) => coloursIn(icon?.body ?? '')),
  ...Object.values(HUES).flatMap((tones) => Object.values(tones)),
  ...Object.values(SKIN),
  ...OURS,
  INK,
  LIGHT,
]);

describe('our own drawings', () => {
  it('are in the colours of Noto Emoji and of the product when they come with the kit', () => {
    const strange = drawn
      .filter((name) => name.startsWith('kit-'))
      .flatMap((name) => coloursIn(finished.get(name) ?? '').flatMap((colour) => (palette.has(colour) ? [] : [`${name} ${colour}`])));
    expect(strange).toEqual([]);
  });

  it('give the starter kit every picture it asks for', () => {
    expect(picturesWanted()).toEqual([]);
  });

  it('are each in the list, and each listed one is drawn', () => {
    const names = files(FOLDER).map((file) => file.slice(0, -4));
    expect(names.toSorted()).toEqual(drawn.toSorted());
  });

  it('hold no word, no style, no script and nothing from elsewhere', () => {
    for (const [file, svg] of sources) {
      expect(svg, file).not.toMatch(/<text|<style|style=|<script|<foreignObject|<image|href="(?!#)|\son[a-z]+=/);
      expect(svg, file).toContain('viewBox="0 0 128 128"');
    }
  });

  it('use every shared part', () => {
    const used = new Set(sources.flatMap(([, svg]) => Array.from(svg.matchAll(/<part drawn="([^"]+)"/g), ([, part]) => `${part}.svg`)));
    expect(files(join(FOLDER, 'parts')).filter((file) => !used.has(file))).toEqual([]);
  });

  it('have ids that never meet inside one picture', () => {
    for (const [name, svg] of finished) {
      const ids = Array.from(svg.matchAll(/\bid="([^"]+)"/g), ([, id]) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  it('weigh at most 4 kB each when they come with the kit', () => {
    const heavy = drawn.filter((name) => name.startsWith('kit-') && Buffer.byteLength(finished.get(name) ?? '') > 4096);
    expect(heavy).toEqual([]);
  });
});
