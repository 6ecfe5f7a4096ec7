import type { CodePicture } from './picture-list.ts';

/**
 * The twelve pictures a person's code is made of: grown-up objects that differ in outline and in colour, as anyone knows them.
 * No key, house, cat or fish; nothing that means something elsewhere in the product. The order is the grid's before it is shuffled.
 */
export const CODE_PICTURES = [
  'code-umbrella',
  'code-lemon',
  'code-teapot',
  'code-tree',
  'code-guitar',
  'code-chair',
  'code-ball',
  'code-cap',
  'code-bread',
  'code-mountain',
  'code-rose',
  'code-drum',
] as const satisfies readonly CodePicture[];
