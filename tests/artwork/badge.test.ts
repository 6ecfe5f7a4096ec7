import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BadgeLook, badgeSvg } from '#artwork/badge';
import { HUES, type Hue } from '#artwork/hues';
import { SHAPES } from '#artwork/shapes';

const hues = Object.keys(HUES) as Hue[];

const look = (change: Partial<BadgeLook> = {}): BadgeLook => ({
  shape: 'hexagon',
  hue: 'indigo',
  picture: { href: '/pictures/alarm-clock.svg' },
  ribbon: 'none',
  state: 'held',
  title: "À l'heure",
  ...change,
});

const count = (text: string, part: string): number => text.split(part).length - 1;

const idsOf = (svg: string): string[] => Array.from(svg.matchAll(/\bid="([^"]+)"/g), (match) => match[1] ?? '');

describe('a badge', () => {
  it('is the same text for the same look, whatever the machine', () => {
    expect(badgeSvg(look({ level: 2 }))).toBe(badgeSvg(look({ level: 2 })));
  });

  it('weighs at most 3 kB without its picture, in every shape, hue and state', () => {
    const empty = { href: '' };
    for (const shape of SHAPES) {
      for (const hue of hues) {
        for (const ribbon of ['none', 'open', 'closed'] as const) {
          for (const state of ['held', 'to-win', 'ended'] as const) {
            const svg = badgeSvg(look({ shape, hue, ribbon, state, level: 2, picture: empty, title: '', size: 320 }));
            expect(svg.length, `${shape} ${hue} ${ribbon} ${state}`).toBeLessThanOrEqual(3_000);
          }
        }
      }
    }
  });

  it('shares no id with another badge of the same page, so that no gradient is borrowed', () => {
    const badges = hues.flatMap((hue) => SHAPES.map((shape) => badgeSvg(look({ shape, hue, level: 1 }))));
    const ids = badges.flatMap(idsOf);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(badges.length);
  });

  it('refers to no id it does not define', () => {
    for (const state of ['held', 'to-win', 'ended'] as const) {
      const svg = badgeSvg(look({ state, level: 3, picture: { href: 'blob:x', photo: true } }));
      const wanted = Array.from(svg.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g), (match) => match[1] ?? match[2] ?? '');
      expect(idsOf(svg)).toEqual(expect.arrayContaining(wanted));
    }
  });

  it('gives an embedded picture ids of its own', () => {
    const body = '<defs><path id="a" d="M0 0"/></defs><use href="#a"/><path fill="url(#a)"/>';
    const svg = badgeSvg(look({ picture: { body, viewBox: '0 0 128 128' } }));
    expect(svg).not.toContain('id="a"');
    expect(svg).not.toContain('#a"');
    expect(svg).not.toContain('(#a)');
  });

  it('says its spoken name, and no name can break out of it', () => {
    expect(badgeSvg(look())).toContain('<title>À l&#39;heure</title>');
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, href) => {
        const svg = badgeSvg(look({ title, picture: { href } }));
        expect(count(svg, '<')).toBe(count(badgeSvg(look({ title: '', picture: { href: '' } })), '<'));
        expect(count(svg, '"')).toBe(count(badgeSvg(look({ title: '', picture: { href: '' } })), '"'));
      }),
    );
  });

  it('lights as many thirds of the ring as its level', () => {
    const full = (level: 0 | 1 | 2 | 3): number => count(/class="level-full" d="([^"]*)"/.exec(badgeSvg(look({ level })))?.[1] ?? '', 'M');
    const empty = (level: 0 | 1 | 2 | 3): number =>
      count(/class="level-empty" d="([^"]*)"/.exec(badgeSvg(look({ level })))?.[1] ?? '', 'M');
    expect([full(0), full(1), full(2), full(3)]).toEqual([0, 1, 2, 3]);
    expect([empty(0), empty(1), empty(2), empty(3)]).toEqual([3, 2, 1, 0]);
    expect(badgeSvg(look())).not.toContain('level-');
  });

  it('shows a small phone on its open ribbon until it is sealed', () => {
    expect(badgeSvg(look({ ribbon: 'open' }))).toContain('class="ribbon-phone"');
    expect(badgeSvg(look({ ribbon: 'closed' }))).toContain('class="ribbon-seal"');
    expect(badgeSvg(look({ ribbon: 'closed' }))).not.toContain('ribbon-phone');
  });

  it('is dashed only while it is to be won, and barred only when it has ended', () => {
    const dashed = (state: BadgeLook['state']): boolean => badgeSvg(look({ state, level: 1 })).includes('stroke-dasharray="13 10"');
    expect([dashed('held'), dashed('to-win'), dashed('ended')]).toEqual([false, true, false]);
    const barred = (state: BadgeLook['state']): boolean => badgeSvg(look({ state, ribbon: 'closed' })).includes('stop-bar');
    expect([barred('held'), barred('to-win'), barred('ended')]).toEqual([false, false, true]);
  });

  it('promises nothing it does not hold: a badge to be won has no ribbon and no level', () => {
    const svg = badgeSvg(look({ state: 'to-win', ribbon: 'closed', level: 3 }));
    expect(svg).not.toContain('ribbon');
    expect(svg).not.toContain('level-');
  });

  it('carries neither style nor script, as the content policy asks', () => {
    for (const state of ['held', 'to-win', 'ended'] as const) {
      expect(badgeSvg(look({ state, level: 1, ribbon: 'open' }))).not.toMatch(/<style|style=|<script|\son[a-z]+=/);
    }
  });
});
