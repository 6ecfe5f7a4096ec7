import { type BadgeLook, badgeMarkup } from './badge.ts';
import { HUES, type Hue, INK, LIGHT, mix } from './hues.ts';
import { at, escapeXml, num } from './svg-text.ts';

type Spot = { readonly x: number; readonly y: number; readonly r: number };

/** Where everything of a flower stands, as shares (0–1) of the drawing's width: a screen lays its buttons exactly there. */
export type FlowerLayout = { readonly centre: Spot; readonly petals: readonly Spot[] };

type BadgePart = Pick<BadgeLook, 'shape' | 'hue' | 'picture' | 'state' | 'title' | 'level' | 'ribbon'>;

/** A road: its small badges around its key badge, of which `needed` open the key badge. At most one petal is the next stop. */
export type FlowerLook = {
  readonly hue: Hue;
  readonly title: string;
  readonly centre: BadgePart;
  readonly petals: readonly BadgePart[];
  readonly needed: number;
  /** Index of the next stop among `petals`. */
  readonly next?: number;
};

const WIDTH = 400;
const HALF = WIDTH / 2;
const CENTRE_RADIUS = 55;
/** Free space round a petal: the mark of the next stop stands in it. */
const MARGIN = 9;

/** The places of `count` petals (1 to 10), clockwise, the first one at the top. */
export const flowerLayout = (count: number): FlowerLayout => {
  const half = Math.sin(Math.PI / Math.max(count, 2));
  const r = Math.min(58, ((HALF - MARGIN) * 2 * half - 8) / (2 + 2 * half));
  const reach = HALF - MARGIN - r;
  const petals = Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    return { x: (HALF + reach * Math.sin(angle)) / WIDTH, y: (HALF - reach * Math.cos(angle)) / WIDTH, r: r / WIDTH };
  });
  return { centre: { x: 0.5, y: 0.5, r: CENTRE_RADIUS / WIDTH }, petals };
};

const placed = (look: BadgeLook, { x, y, r }: Spot): string =>
  `<g transform="translate(${at(x * WIDTH, y * WIDTH)})scale(${num((r * WIDTH) / 98, 3)})"><title>${escapeXml(look.title)}</title>${badgeMarkup(look)}</g>`;

/** The leaf a petal's badge lies on: coloured once the badge is there. */
const leaf = (petal: BadgePart, spot: Spot, hue: Hue, index: number, count: number): string => {
  const [w, reach] = [spot.r * WIDTH + 4, HALF - MARGIN - spot.r * WIDTH];
  const path = `M0 0C${at(-w * 0.5, -reach * 0.45)} ${at(-w, -reach * 0.7)} ${at(-w, -reach)}A${at(w, w)} 0 0 1 ${at(w, -reach)}C${at(w, -reach * 0.7)} ${at(w * 0.5, -reach * 0.45)} 0 0Z`;
  const fill = petal.state === 'held' ? mix(HUES[hue].light, HUES[hue].main, 0.22) : '#fff';
  return `<path class="leaf" d="${path}" fill="${fill}" stroke="${mix(HUES[hue].light, HUES[hue].main, 0.3)}" stroke-width="2" transform="translate(200 200)rotate(${num((index / count) * 360, 2)})"/>`;
};

const nextMark = ({ x, y, r }: Spot): string =>
  `<circle class="next-stop" cx="${num(x * WIDTH)}" cy="${num(y * WIDTH)}" r="${num(r * WIDTH + 2)}" fill="${LIGHT}" stroke="${INK}" stroke-width="5"/>`;

/** As many arcs as badges are needed, lit one by one: no digit says how far the road is. */
const neededRing = (needed: number, held: number, hue: Hue): string => {
  const radius = CENTRE_RADIUS + 8;
  const spot = (turns: number): string => at(radius * Math.sin(turns * 2 * Math.PI), -radius * Math.cos(turns * 2 * Math.PI));
  const arc = (i: number): string => {
    const [from, to] = [(i + 0.11) / needed, (i + 0.89) / needed];
    const lit = i < held;
    return `<path class="${lit ? 'reached' : 'missing'}" d="M${spot(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${spot(to)}" stroke="${lit ? LIGHT : '#fff'}"/>`;
  };
  const arcs = Array.from({ length: needed }, (_, i) => arc(i)).join('');
  return (
    `<g class="needed" fill="none" transform="translate(200 200)"><circle r="${radius}" fill="#fff" stroke="${HUES[hue].deep}" stroke-width="13"/>` +
    `<g stroke-width="7" stroke-linecap="round">${arcs}</g></g>`
  );
};

/**
 * A road as a flower, standalone SVG of 400 × 400 units. Each petal is a group with `data-petal` (its index) and `petal-held`, `petal-to-win`
 * or `petal-ended`; the middle is `flower-centre`. It draws only: put real buttons over it with `flowerLayout`.
 */
export const flowerSvg = (look: FlowerLook): string => {
  const { centre, petals } = flowerLayout(look.petals.length);
  const held = look.petals.filter((petal) => petal.state === 'held').length;
  const leaves = look.petals.map((petal, i) => leaf(petal, petals[i] ?? centre, look.hue, i, look.petals.length)).join('');
  const badges = look.petals.map((petal, i) => {
    const spot = petals[i] ?? centre;
    return `<g class="petal petal-${petal.state}" data-petal="${i}">${i === look.next ? nextMark(spot) : ''}${placed(petal, i === look.next ? { ...spot, r: spot.r * 0.9 } : spot)}</g>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${WIDTH}" role="img" class="flower"><title>${escapeXml(look.title)}</title>${leaves}` +
    `${neededRing(look.needed, held, look.hue)}<g class="flower-centre">${placed(look.centre, centre)}</g>${badges.join('')}</svg>`
  );
};
