import { first } from './fr/first.ts';
import { person } from './fr/person.ts';
import { staff } from './fr/staff.ts';

/**
 * French, the reference: its keys are the type of every other catalogue, and the name of the recorded clip that says the same thing.
 * The part before the first dot is the kind of text, and `tests/i18n` holds each kind to its rule (ux.md §1, 24–28):
 * `label` on tiles and buttons (≤ 14 characters) · `title`, `refused` and `entry` above a screen (≤ 4 words) · `line` and `next` below them
 * (≤ 8 words) · `say` and `picture` are only spoken (≤ 12 words) · `name` is only for screen readers · `staff` and `fact` are for people
 * who read.
 */
export const fr = { ...first, ...person, ...staff } as const;

export type Key = keyof typeof fr;

/** All texts of one language. */
export type Catalogue = { readonly [key in Key]: string };
