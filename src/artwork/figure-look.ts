import type { Figure } from './picture-list.ts';

/** Skin of the figures, in Noto Emoji's five tones. */
export const SKIN = { light: '#FADCBC', fair: '#E0BB95', tan: '#BA8D68', brown: '#9B643D', dark: '#70534A' } as const;

export type Tone = keyof typeof SKIN;

/** How a figure is set on a body that is drawn: what of its picture is head, and whose head when the picture is a whole person in a wheelchair. */
export interface FigureLook {
  readonly tone: Tone;
  readonly cut: 'head' | 'bust' | 'scarf';
  readonly seated?: Figure;
}

const head = (tone: Tone): FigureLook => ({ tone, cut: 'head' });
const bust = (tone: Tone): FigureLook => ({ tone, cut: 'bust' });
const scarf = (tone: Tone): FigureLook => ({ tone, cut: 'scarf' });
const seated = (tone: Tone, figure: Figure): FigureLook => ({ tone, cut: 'head', seated: figure });

const LOOKS: Readonly<Record<Figure, FigureLook>> = {
  'figure-01': scarf('tan'),
  'figure-02': head('dark'),
  'figure-03': head('light'),
  'figure-04': head('fair'),
  'figure-05': bust('brown'),
  'figure-06': bust('tan'),
  'figure-07': head('light'),
  'figure-08': head('tan'),
  'figure-09': head('dark'),
  'figure-10': head('brown'),
  'figure-11': bust('fair'),
  'figure-12': head('dark'),
  'figure-13': head('fair'),
  'figure-14': seated('dark', 'figure-09'),
  'figure-15': bust('light'),
  'figure-16': scarf('dark'),
  'figure-17': seated('tan', 'figure-08'),
  'figure-18': bust('light'),
  'figure-19': bust('brown'),
  'figure-20': bust('dark'),
  'figure-21': head('fair'),
  'figure-22': head('tan'),
  'figure-23': bust('light'),
  'figure-24': head('dark'),
};

const looks: ReadonlyMap<string, FigureLook> = new Map(Object.entries(LOOKS));

/** The look of a figure (`tests/artwork/how-scene.test.ts` holds it to the list of pictures); of one that a newer version has, a fair guess. */
export const figureLook = (figure: string): FigureLook => looks.get(figure) ?? head('tan');
