import { type Figure, PICTURES } from './picture-list.ts';

const isFigure = (name: string): name is Figure => name.startsWith('figure-');

/** The figures a person may choose for herself, in the order they are shown: neighbours differ in skin tone, age, gender and headwear. */
export const FIGURES: readonly Figure[] = Object.keys(PICTURES).filter(isFigure);
