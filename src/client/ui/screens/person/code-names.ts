import { CODE_PICTURES } from '#artwork/code-pictures';
import type { Words } from '#i18n/words';

/** What a screen reader hears of the picture code. */
export const codeNames = (words: Words) => ({
  slot: (n: number): string => words.t('name.slots', { count: n }),
  picture: (n: number): string => words.t(`picture.${CODE_PICTURES[n] ?? CODE_PICTURES[0]}`),
  erase: words.t('say.slot'),
});
