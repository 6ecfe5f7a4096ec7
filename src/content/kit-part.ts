import type { Draw } from '#domain/draw';
import type { MouldId, RoadId } from '#domain/ids';
import type { Mould, Road } from '#domain/mould';
import type { Questionnaire } from '#domain/questionnaire';
import { text } from './text.ts';

/** A part of the kit: moulds with what they ask, by the mould's id, and the road they lie on. */
export interface KitPart {
  readonly moulds: { readonly [id: string]: Mould };
  readonly questionnaires: { readonly [id: string]: Questionnaire };
  readonly roads: { readonly [id: string]: Road };
}

interface Minted {
  readonly picture: string;
  /** What stands under the badge. */
  readonly label: string;
  readonly title: Mould['title'];
  readonly criteria: Mould['criteria'];
  readonly alignments: Mould['alignments'];
}

interface Mini extends Minted {
  readonly notToShow: Mould['title'];
  readonly asks: Questionnaire;
  readonly giver?: 'herself';
}

interface Way {
  readonly id: string;
  readonly kind: 'transversal' | 'trade';
  readonly hue: Draw['hue'];
  /** How many of its badges lead to the key badge: never all of them. */
  readonly needed: number;
  readonly key: Minted & { readonly id: string };
}

const NOTHING_TO_SHOW = text(
  'Rien à photographier : vos badges suffisent.',
  'Nothing to photograph: your badges are enough.',
  'لا شيء للتصوير: شاراتك تكفي.',
  'Нічого фотографувати: ваших бейджів досить.',
  'Nada a fotografar: os seus badges bastam.',
);

/** A road with its mini-badges, in order, and its key badge. */
export const kitRoad = ({ id, kind, hue, needed, key }: Way, minis: { readonly [id: string]: Mini }): KitPart => {
  const road = id as RoadId;
  const shape = kind === 'trade' ? 'shield' : 'hexagon';
  const moulds = Object.entries(minis).map(([name, { picture, label, title, criteria, notToShow, alignments, giver }]): [string, Mould] => [
    name,
    { kind, levels: 3, road, draw: { shape, hue, picture, title: label }, title, criteria, notToShow, alignments, ...(giver && { giver }) },
  ]);
  const { id: keyId, picture, label, ...crown } = key;
  const keyMould: Mould = {
    ...crown,
    kind: 'key',
    levels: 0,
    road,
    notToShow: NOTHING_TO_SHOW,
    draw: { shape: 'flower', hue, picture, title: label },
  };
  return {
    moulds: { ...Object.fromEntries(moulds), [keyId]: keyMould },
    questionnaires: Object.fromEntries(Object.entries(minis).map(([name, { asks }]) => [name, asks])),
    roads: { [id]: { title: key.title, hue, key: keyId as MouldId, moulds: Object.keys(minis) as MouldId[], needed } },
  };
};

/** What stands on a key badge of any trade: three of four. */
export const threeOf = text(
  'J’ai trois badges de ce métier.',
  'I hold three badges of this trade.',
  'لديّ ثلاث شارات من هذه المهنة.',
  'Я маю три бейджі цієї справи.',
  'Tenho três badges deste ofício.',
);
