import { describe, expect, it } from 'vitest';
import { type FlowerLook, flowerLayout, flowerSvg } from '#artwork/flower';

type Petal = FlowerLook['petals'][number];

const petal = (state: Petal['state'], title = 'x'): Petal => ({
  shape: 'hexagon',
  hue: 'teal',
  picture: { href: '/p.svg' },
  state,
  title,
  ribbon: 'none',
});

const flower = (petals: readonly Petal[], needed: number, next?: number): string =>
  flowerSvg({
    hue: 'teal',
    title: 'Mon parcours',
    centre: { ...petal('to-win'), shape: 'flower' },
    petals,
    needed,
    ...(next === undefined ? {} : { next }),
  });

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a road drawn as a flower', () => {
  it('keeps its petals apart from each other, from the middle and from the edge, up to ten of them', () => {
    for (let n = 1; n <= 10; n += 1) {
      const { centre, petals } = flowerLayout(n);
      expect(petals).toHaveLength(n);
      petals.forEach((spot, i) => {
        expect(Math.min(spot.x, spot.y, 1 - spot.x, 1 - spot.y), `${n}`).toBeGreaterThanOrEqual(spot.r);
        for (const other of [centre, ...petals.slice(i + 1)]) {
          expect(Math.hypot(spot.x - other.x, spot.y - other.y), `${n}`).toBeGreaterThan(spot.r + other.r);
        }
      });
    }
  });

  it('starts at the top and goes clockwise', () => {
    const [top, right] = flowerLayout(5).petals;
    expect(top?.x).toBeCloseTo(0.5);
    expect(top?.y).toBeLessThan(0.3);
    expect(right?.x).toBeGreaterThan(0.6);
  });

  it('leaves room for a finger on a small phone: petals of up to six are 64 px wide in 284 px', () => {
    for (let n = 1; n <= 6; n += 1) expect((flowerLayout(n).petals[0]?.r ?? 0) * 2 * 284).toBeGreaterThanOrEqual(64);
  });

  it('lights one arc of the middle for each badge held, never more than are needed', () => {
    const arcs = (held: number, needed: number): readonly number[] => {
      const svg = flower(
        Array.from({ length: 5 }, (_, i) => petal(i < held ? 'held' : 'to-win')),
        needed,
      );
      return [count(svg, 'class="reached"'), count(svg, 'class="missing"')];
    };
    expect(arcs(0, 4)).toEqual([0, 4]);
    expect(arcs(2, 4)).toEqual([2, 2]);
    expect(arcs(5, 4)).toEqual([4, 0]);
  });

  it('marks the next stop, and only that one', () => {
    const petals = [petal('held'), petal('to-win'), petal('to-win')];
    expect(count(flower(petals, 2, 1), 'class="next-stop"')).toBe(1);
    expect(flower(petals, 2, 1)).toMatch(/data-petal="1"><circle class="next-stop"/);
    expect(flower(petals, 2)).not.toContain('next-stop');
  });

  it('says every badge by its name', () => {
    const svg = flower([petal('held', 'En <équipe>'), petal('to-win', 'Bus')], 1);
    expect(svg).toContain('<title>En &lt;équipe&gt;</title>');
    expect(svg).toContain('<title>Mon parcours</title>');
  });
});
