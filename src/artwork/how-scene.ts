import { figureLook, type Tone } from './figure-look.ts';
import { HUES } from './hues.ts';
import { MARKS, type Mark } from './mark.ts';
import { type ArmPose, anybodyHead, figureHead, personBefore, personBehind, type ScenePerson } from './scene-person.ts';
import { shortHash } from './svg-text.ts';

/** The four scenes of *Comment faites-vous ?*: one same task, told by who has the hammer. */
export type HowScene = 'shown' | 'together' | 'alone' | 'showing';

export interface HowSceneLook {
  readonly of: HowScene;
  /** The person's own (`figure-01`…). */
  readonly figure: string;
  /** Gives the clothes their colour: mine are the only coloured ones. */
  readonly mark: Mark;
}

const NAIL = '<path fill="#546E7A" d="M-4 75h8v3h-2.500v11h-3V78H-4z"/>';

const plank = (from: number, to: number, top: number): string => {
  const width = to - from;
  const leg = (x: number): string => `<path fill="#6D4C41" d="M${x} ${top + 13}h7v${115 - top}h-7z"/>`;
  return (
    `${leg(from + 5)}${leg(to - 12)}<path fill="#8D5A2B" d="M${from} ${top}h${width}v17H${from}z"/>` +
    `<path fill="#C98B4E" d="M${from} ${top}h${width}v13H${from}z"/><path fill="#E0AC72" d="M${from} ${top}h${width}v4H${from}z"/>`
  );
};

const OTHERS: Readonly<Record<Tone, readonly [Tone, Tone]>> = {
  light: ['brown', 'tan'],
  fair: ['brown', 'dark'],
  tan: ['fair', 'dark'],
  brown: ['light', 'tan'],
  dark: ['fair', 'tan'],
};

const GREYS = ['#D7CCC8', '#C6B9B2'] as const;

interface Cast {
  readonly me: readonly [x: number, left: ArmPose, right: ArmPose];
  readonly others: readonly (readonly [x: number, left: ArmPose, right: ArmPose])[];
  readonly plank: readonly [from: number, to: number];
}

const CASTS: Readonly<Record<HowScene, Cast>> = {
  shown: { me: [30, 'down', 'down'], others: [[91, 'hold', 'strike']], plank: [60, 128] },
  together: { me: [32, 'strike', 'hold'], others: [[96, 'hold', 'hold']], plank: [0, 128] },
  alone: { me: [64, 'hold', 'strike'], others: [], plank: [14, 114] },
  showing: {
    me: [64, 'hold', 'strike'],
    others: [
      [21, 'behind', 'behind'],
      [107, 'behind', 'behind'],
    ],
    plank: [36, 92],
  },
};

const TOP = 91;

/** A scene as SVG text, 128 × 128, with the person's own figure; the others are adults of the same size, in grey. No words, no ids that could meet. */
export const howSceneSvg = ({ of, figure, mark }: HowSceneLook): string => {
  const cast = CASTS[of];
  const { tone, seated } = figureLook(figure);
  const id = `s${shortHash(`${of} ${figure} ${mark}`)}`;
  const standing = ([x, left, right]: Cast['me'], clothes: string, y: number): ScenePerson => ({ x, y, left, right, clothes });
  const me = standing(cast.me, HUES[MARKS[mark].hue].main, seated ? 8 : 5);
  const others = cast.others.map((one, i) => ({ person: standing(one, GREYS[i % 2] ?? GREYS[0], 5), tone: OTHERS[tone][i % 2] ?? 'tan' }));
  const striking = [me, ...others.map(({ person }) => person)].find(({ left, right }) => left === 'strike' || right === 'strike');
  const [from, to] = cast.plank;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">' +
    others.map(({ person, tone: skin }, i) => personBehind(person, skin, anybodyHead(skin, i === 0 ? 'short' : 'long'))).join('') +
    personBehind(me, tone, figureHead(figure, id), seated !== undefined) +
    plank(from, to, TOP) +
    (striking ? `<g transform="translate(${striking.x} 3)">${NAIL}</g>` : '') +
    others.map(({ person, tone: skin }) => personBefore(person, skin)).join('') +
    personBefore(me, tone) +
    '</svg>'
  );
};
