import { type FigureLook, figureLook, SKIN, type Tone } from './figure-look.ts';
import { mix } from './hues.ts';
import { pictureHref } from './picture-href.ts';
import type { PictureName } from './picture-list.ts';
import { escapeXml, num } from './svg-text.ts';

/** What one arm does; `hold` rests on the plank, `strike` has the hammer, `down` hangs beside, `behind` is not seen. */
export type ArmPose = 'hold' | 'strike' | 'down' | 'behind';

/** Someone in a scene. Nought is the middle of the head's top; the feet are at 118. `left` and `right` are the onlooker's. */
export interface ScenePerson {
  readonly x: number;
  readonly y: number;
  readonly left: ArmPose;
  readonly right: ArmPose;
  readonly clothes: string;
}

const CUTS: Readonly<Record<Exclude<FigureLook['cut'], 'head'>, string>> = {
  bust: 'M0 0h128v92H76c-3 6-21 6-24 0H0z',
  scarf: 'M64-6c28 0 44 30 44 66 0 38-20 66-44 66S20 98 20 60C20 24 36-6 64-6z',
};

/** How large a head is and where it stands, so that all heads have one size though some pictures show shoulders too. */
const HEAD_BOX = { head: [-26, -4, 52], bust: [-32, -4, 64], scarf: [-32, -6, 64] } as const;

/** The head of a figure, from its own picture. `id` names its clip and must be the only one of its kind in the page. */
export const figureHead = (figure: string, id: string): string => {
  const { cut, seated } = figureLook(figure);
  const [x, y, size] = HEAD_BOX[cut];
  const image = `<image href="${escapeXml(pictureHref((seated ?? figure) as PictureName))}" width="128" height="128"${cut === 'head' ? '' : ` clip-path="url(#${id})"`}/>`;
  const clip = cut === 'head' ? '' : `<clipPath id="${id}"><path d="${CUTS[cut]}"/></clipPath>`;
  return `<g transform="translate(${x} ${y})scale(${num(size / 128, 4)})">${clip}${image}</g>`;
};

const HAIR: Readonly<Record<Tone, string>> = { light: '#6D4C41', fair: '#543930', tan: '#312D2D', brown: '#312D2D', dark: '#232020' };

const HAIRCUTS = {
  short: 'M64 2C30 2 14 26 17 68l7 4c0-14 3-24 10-31 20 8 44 8 62-1 6 8 8 18 8 32l7-4C114 26 98 2 64 2z',
  long: 'M64 2C26 2 10 28 10 64v44c0 8 6 12 14 12l6-10c-6-20-6-44 0-60 14-2 30-10 38-20 8 14 18 20 30 22 6 16 6 38 0 58l6 10c8 0 14-4 14-12V64C118 28 102 2 64 2z',
} as const;

/** The head of an adult who is nobody in particular. */
export const anybodyHead = (tone: Tone, hair: keyof typeof HAIRCUTS): string => {
  const skin = SKIN[tone];
  const shade = mix(skin, '#3E2723', 0.3);
  return (
    '<g transform="translate(-26 -4)scale(.4063)">' +
    `<path fill="${shade}" d="M16 62a11 14 0 0 1 96 0v14a11 13 0 0 1-12 12H28a11 13 0 0 1-12-12z"/>` +
    `<path fill="${skin}" d="M64 14c-28 0-41 20-41 52 0 36 20 61 41 61s41-25 41-61c0-32-13-52-41-52z"/>` +
    `<path fill="${HAIR[tone]}" d="${HAIRCUTS[hair]}"/>` +
    `<path fill="#312D2D" d="M42 64a7 7.500 0 1 1-.1 0zM86 64a7 7.500 0 1 1-.1 0z"/>` +
    `<path fill="none" stroke="${HAIR[tone]}" stroke-width="5" stroke-linecap="round" d="M33 56c4-4 12-4 17-1M95 56c-4-4-12-4-17-1"/>` +
    `<path fill="${shade}" d="M57 86c3 5 11 5 14 0z"/><path fill="#444" d="M48 99c8 9 24 9 32 0z"/></g>`
  );
};

const TROUSERS = '#455A64';

const HAMMER =
  '<g transform="translate(4 60)rotate(24)"><path fill="#8D5A2B" d="M0-2.500h30v5H0z"/><path fill="#607D8B" d="M-4-11c5-2 9-1 13 4-3-1-5 0-5 2V8h-8z"/>' +
  '<path fill="#CFD8DC" d="M-3-10c3-1 5 0 6 1L1 8h-4z"/><path fill="#37474F" d="M-6 8H6v5H-6z"/></g>';

type Drawn = { readonly arm: string; readonly hand: readonly [number, number] };

/** Arms for the onlooker's right side; the left one is the same, turned over. */
const ARMS: Readonly<Record<ArmPose, Drawn>> = {
  hold: { arm: 'M18 62 25 77 17 86', hand: [15, 87] },
  strike: { arm: 'M18 62 31 76 27 68', hand: [26, 67] },
  behind: { arm: '', hand: [0, 0] },
  down: { arm: 'M18 62 22 78 20 92', hand: [20, 95] },
};

const arm = (pose: ArmPose, side: 1 | -1, { clothes }: ScenePerson, skin: string): string => {
  if (pose === 'behind') return '';
  const { arm: path, hand } = ARMS[pose];
  const line = (colour: string, width: number): string =>
    `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${path}"/>`;
  const drawn =
    line(mix(clothes, '#000000', 0.35), 12.5) +
    line(clothes, 10) +
    (pose === 'strike' ? HAMMER : '') +
    `<circle cx="${hand[0]}" cy="${hand[1]}" r="6" fill="${skin}" stroke="${mix(skin, '#000000', 0.25)}"/>`;
  return side === 1 ? drawn : `<g transform="scale(-1 1)">${drawn}</g>`;
};

/** The two wheels and handles of a wheelchair seen from the front. */
const WHEELS =
  '<path fill="#455A64" d="M-27 50h6v30h-6zM21 50h6v30h-6z"/>' +
  '<path fill="none" stroke="#37474F" stroke-width="5" d="M-27 82a5 21 0 1 1-.1 0zM27 82a5 21 0 1 1-.1 0z"/>' +
  '<path fill="#90A4AE" d="M-27 90a2 13 0 1 1-.1 0zM27 90a2 13 0 1 1-.1 0z"/>';

const SEATED_LEGS =
  `<path fill="${TROUSERS}" d="M-18 94h36v14c0 3-2 4-5 4v6H3v-6h-6v6h-10v-6c-3 0-5-1-5-4z"/>` +
  '<path fill="#37474F" d="M-15 116h13v6h-13zM2 116h13v6H2z"/>';

const LEGS = `<path fill="${TROUSERS}" d="M-17 98h34l-1 26H2l-2-16-2 16h-14z"/>`;

const TORSO = 'M-20 102V64c0-9 7-13 20-14 13 1 20 5 20 14v38z';

/** What stands behind the plank: legs or wheels, trunk, neck, head. */
export const personBehind = (person: ScenePerson, tone: Tone, head: string, isSeated = false): string =>
  `<g transform="translate(${person.x} ${person.y})">` +
  `${isSeated ? WHEELS + SEATED_LEGS : LEGS}<path fill="${person.clothes}" d="${TORSO}"/>` +
  `<path fill="#000" fill-opacity=".16" d="M-11 50.500c3 9 19 9 22 0-6-1-16-1-22 0z"/>` +
  `<path fill="${mix(SKIN[tone], '#3E2723', 0.25)}" d="M-6 40h12v11c-3 4-9 4-12 0z"/>${head}</g>`;

/** What stands before the plank: arms, hands and the tool. */
export const personBefore = (person: ScenePerson, tone: Tone): string =>
  `<g transform="translate(${person.x} ${person.y})">${arm(person.left, -1, person, SKIN[tone])}${arm(person.right, 1, person, SKIN[tone])}</g>`;
