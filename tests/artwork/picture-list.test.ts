import { describe, expect, it } from 'vitest';
import { CODE_PICTURES } from '#artwork/code-pictures';
import { FIGURES } from '#artwork/figure';
import { GLYPH_LIST } from '#artwork/glyph-list';
import { MARKS } from '#artwork/mark';
import { pictureHref } from '#artwork/picture-href';
import { PICTURES } from '#artwork/picture-list';

type Listed = { readonly means: string; readonly noto?: string };

const pictures = Object.entries(PICTURES as Readonly<Record<string, Listed>>);
const glyphs = Object.entries(GLYPH_LIST).map(
  ([name, glyph]) => [name, { icon: 'icon' in glyph ? glyph.icon : glyph.own, means: glyph.means }] as const,
);
const art = (name: string): string => (PICTURES as Readonly<Record<string, Listed>>)[name]?.noto ?? name;

const twice = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

describe('the pictures', () => {
  it('have one meaning each, and each meaning one picture', () => {
    expect(twice([...pictures, ...glyphs].map(([, { means }]) => means))).toEqual([]);
    expect(twice(pictures.map(([name, { noto }]) => noto ?? `drawn ${name}`))).toEqual([]);
    expect(twice(glyphs.map(([, { icon }]) => icon.replace(/-(fill|bold)$/, '')))).toEqual([]);
  });

  it('have names that are safe in an address', () => {
    for (const [name] of [...pictures, ...glyphs]) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(pictureHref('alarm-clock')).toBe('/pictures/alarm-clock.svg');
  });

  it('use no sign that says something else to someone: thumb, palm, eyes, lifebuoy, school, hourglass, gear', () => {
    const forbidden =
      /thumb|raised-hand|waving|palm|\beye|eyes|lifebuoy|life-?ring|school|teacher|graduat|hourglass|gear|thinking|busts|medal|trophy|^key|sunflower/;
    const names = [...pictures.map(([name]) => art(name)), ...glyphs.map(([, { icon }]) => icon)];
    expect(names.filter((name) => forbidden.test(name))).toEqual([]);
  });

  it('show a house for home, and nowhere else', () => {
    expect(glyphs.filter(([, { icon }]) => icon.includes('house')).map(([, { means }]) => means)).toEqual(['home']);
    expect(pictures.filter(([name]) => /house|home/.test(art(name)))).toEqual([]);
  });
});

describe('the picture code', () => {
  it('has twelve different grown-up objects, and no key, house, cat or fish', () => {
    expect(new Set(CODE_PICTURES).size).toBe(12);
    expect(CODE_PICTURES.filter((name) => /key|house|home|cat|fish|dog|baby|toy|teddy/.test(art(name)))).toEqual([]);
  });
});

describe('the figures', () => {
  const names = FIGURES.map(art);
  const tone = (name: string): string => /(medium-dark|medium-light|medium|dark|light)-skin-tone/.exec(name)?.[1] ?? 'none';

  it('show every skin tone, and none is yellow', () => {
    expect(new Set(names.map(tone))).toEqual(new Set(['light', 'medium-light', 'medium', 'medium-dark', 'dark']));
  });

  it('vary in gender, age, headwear and wheelchair', () => {
    const some = (sign: RegExp): number => names.filter((name) => sign.test(name)).length;
    const [women, men] = [some(/woman/), some(/(^|-)man/)];
    expect(Math.abs(women - men)).toBeLessThanOrEqual(2);
    for (const sign of [/^person|older-person/, /^old/, /headscarf/, /turban/, /wheelchair/, /bald/, /beard/, /white-hair/]) {
      expect(some(sign), String(sign)).toBeGreaterThanOrEqual(1);
    }
  });

  it('never stand beside one of the same skin tone', () => {
    for (let i = 1; i < names.length; i += 1) expect(tone(names[i] ?? ''), FIGURES[i]).not.toBe(tone(names[i - 1] ?? ''));
  });

  it('have names that say nothing about the person who chose them', () => {
    for (const figure of FIGURES) expect(figure).toMatch(/^figure-\d\d$/);
  });
});

describe('the marks that tell two equal figures apart', () => {
  it('differ in colour and in shape at once', () => {
    const marks = Object.values(MARKS);
    expect(new Set(marks.map(({ hue }) => hue)).size).toBe(marks.length);
    expect(new Set(marks.map(({ path }) => path)).size).toBe(marks.length);
  });
});
