import { describe, expect, it } from 'vitest';
import { FIGURES } from '#artwork/figure';
import { figureLook, SKIN } from '#artwork/figure-look';
import { howSceneSvg } from '#artwork/how-scene';
import { HUES } from '#artwork/hues';
import { MARKS, type Mark } from '#artwork/mark';
import { PICTURES } from '#artwork/picture-list';
import { HOW_SCENES } from '#domain/level';

const art = (name: string): string => (PICTURES as Readonly<Record<string, { readonly noto?: string }>>)[name]?.noto ?? '';
const marks = Object.keys(MARKS) as Mark[];
const all = FIGURES.flatMap((figure, i) =>
  HOW_SCENES.map((of) => ({ of, figure, svg: howSceneSvg({ of, figure, mark: marks[i % marks.length] ?? 'leaf' }) })),
);
const hands = (svg: string): number => svg.match(/<circle /g)?.length ?? 0;
const heads = (svg: string): number => svg.match(/scale\(\./g)?.length ?? 0;

describe('the four scenes of how', () => {
  it('are small, without a word or a style, for every figure a person may choose', () => {
    for (const { of, figure, svg } of all) {
      expect(svg.length, `${of} ${figure}`).toBeLessThan(6000);
      expect(svg, `${of} ${figure}`).not.toMatch(/<text|<style|style=|<script|NaN|undefined/);
    }
  });

  it('never share an id, so that four of them stand in one page', () => {
    const ids = all.flatMap(({ svg }) => Array.from(svg.matchAll(/\bid="([^"]+)"/g), ([, id]) => id ?? ''));
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { svg } of all) for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);
  });

  it('show me with the picture I chose, in the colour of my mark, exactly once', () => {
    for (const { of, figure, svg } of all) {
      expect(svg.match(/<image /g), `${of} ${figure}`).toHaveLength(1);
      expect(svg).toContain(`href="/pictures/${figureLook(figure).seated ?? figure}.svg"`);
    }
    for (const mark of marks) expect(howSceneSvg({ of: 'alone', figure: 'figure-03', mark })).toContain(HUES[MARKS[mark].hue].main);
  });

  it('tell themselves apart by how many people and hands are at work', () => {
    for (const figure of FIGURES) {
      const scene = (of: (typeof HOW_SCENES)[number]): string => howSceneSvg({ of, figure, mark: 'cup' });
      expect(HOW_SCENES.map((of) => hands(scene(of)))).toEqual([4, 4, 2, 2]);
      expect(heads(scene('showing')) - heads(scene('alone'))).toBe(2);
      expect(heads(scene('together')) - heads(scene('alone'))).toBe(1);
    }
  });
});

describe('the look of a figure on a drawn body', () => {
  const tones = { light: 'light', 'medium-light': 'fair', medium: 'tan', 'medium-dark': 'brown', dark: 'dark' } as const;

  it('has the skin of its picture', () => {
    for (const figure of FIGURES) {
      const said = /(medium-dark|medium-light|medium|dark|light)-skin-tone/.exec(art(figure))?.[1] as keyof typeof tones;
      expect(figureLook(figure).tone, figure).toBe(tones[said]);
    }
  });

  it('keeps the wheelchair and the headscarf', () => {
    for (const figure of FIGURES) {
      expect(figureLook(figure).seated !== undefined, figure).toBe(art(figure).includes('wheelchair'));
      expect(figureLook(figure).cut === 'scarf', figure).toBe(art(figure).includes('headscarf'));
    }
  });

  it('borrows a head of the same skin and gender for who sits in a wheelchair', () => {
    for (const figure of FIGURES) {
      const { seated, tone } = figureLook(figure);
      if (seated === undefined) continue;
      expect(figureLook(seated).tone).toBe(tone);
      expect(art(seated).split('-')[0]).toBe(art(figure).split('-')[0]);
    }
  });

  it('is a guess, and safe, for a figure of a newer version', () => {
    expect(Object.keys(SKIN)).toContain(figureLook('figure-99').tone);
    expect(howSceneSvg({ of: 'alone', figure: 'figure-99"/><script>', mark: 'leaf' })).not.toContain('<script>');
  });
});
