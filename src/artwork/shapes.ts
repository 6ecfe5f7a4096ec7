import { at, num } from './svg-text.ts';

/** Outline of each kind of badge: hexagon transversal, shield trade, rosette event, circle intention, octagon permanents, flower key badge. */
export const SHAPES = ['hexagon', 'shield', 'rosette', 'circle', 'octagon', 'flower'] as const;

export type Shape = (typeof SHAPES)[number];

type Point = readonly [x: number, y: number];

const polar = (radius: number, turns: number): Point => {
  const angle = turns * 2 * Math.PI - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
};

const between = ([ax, ay]: Point, [bx, by]: Point, share: number): string => at(ax + (bx - ax) * share, ay + (by - ay) * share);

/** A regular polygon with softened corners, its first corner `offset` sides after the top. */
const polygon = (sides: number, radius: number, offset: number, soft: number): string => {
  const corner = (i: number): Point => polar(radius, (i + offset) / sides);
  const bends = Array.from({ length: sides }, (_, i) => {
    const tip = corner(i);
    return `${between(tip, corner(i - 1), soft)}Q${at(...tip)} ${between(tip, corner(i + 1), soft)}`;
  });
  return `M${bends.join('L')}Z`;
};

/** Round lobes whose feet stand on a circle of radius `ring`. */
const lobes = (count: number, ring: number, radius: number): string => {
  const arcs = Array.from({ length: count }, (_, i) => `A${at(radius, radius)} 0 0 1 ${at(...polar(ring, (i + 0.5) / count))}`);
  return `M${at(...polar(ring, -0.5 / count))}${arcs.join('')}Z`;
};

const OUTLINES: Readonly<Record<Shape, string>> = {
  hexagon: polygon(6, 95, 0, 0.14),
  octagon: polygon(8, 93, 0.5, 0.1),
  circle: 'M0-89A89 89 0 1 1-.1-89Z',
  shield: 'M0-93Q34-78 76-80Q83-80 83-73V6C83 52 44 80 0 96C-44 80-83 52-83 6V-73Q-83-80-76-80Q-34-78 0-93Z',
  rosette: lobes(18, 85, 15.4),
  flower: lobes(6, 74, 38),
};

/** Path of a badge's outline, drawn around (0, 0), about 95 units to its furthest point. */
export const outline = (shape: Shape): string => OUTLINES[shape];

const sector = (from: number, to: number): string => `M0 0L${at(...polar(120, from))}L${at(...polar(120, to))}Z`;

/** Light falls from the upper left: what a face looking `turns` round the clock receives, from -1 to 1. */
const lightOn = (turns: number): number => Math.cos((turns - 0.875) * 2 * Math.PI);

const shade = (path: string, light: number): string => {
  const tone = light > 0 ? '#fff' : '#000';
  return `<path d="${path}" fill="${tone}" opacity="${num(Math.abs(light) * (light > 0 ? 0.26 : 0.2), 2)}"/>`;
};

/** Equal cuts all round; those that receive the same light share one path. */
const cuts = (count: number, offset: number): string => {
  const byLight = new Map<string, string>();
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [(i + offset) / count, (i + 1 + offset) / count];
    const light = num(lightOn((from + to) / 2), 2);
    byLight.set(light, `${byLight.get(light) ?? ''}${sector(from, to)}`);
  }
  return Array.from(byLight, ([light, path]) => shade(path, Number(light))).join('');
};

/** Every second pleat of a rosette, as one dashed ring instead of many sectors. */
const pleats = (count: number): string => {
  const step = (Math.PI * 160) / (2 * count);
  return `<circle r="80" fill="none" stroke="#000" stroke-opacity=".16" stroke-width="50" stroke-dasharray="${num(step, 3)}"/>`;
};

/** The cut faces of a badge as translucent sectors around (0, 0), to be clipped to its outline. */
export const facets = (shape: Shape): string => {
  if (shape === 'hexagon') return cuts(6, 0);
  if (shape === 'octagon') return cuts(8, 0.5);
  if (shape === 'flower') return cuts(6, -0.5);
  if (shape === 'rosette') return pleats(18);
  return shape === 'shield' ? shade('M0-130H-130V130H0Z', 0.5) + shade('M0-130H130V130H0Z', -0.5) : '';
};
