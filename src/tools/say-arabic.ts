import { VOCALISED_ARABIC } from './vocalised-arabic.ts';
import { VOCALISED_KIT } from './vocalised-kit.ts';

/** Short vowels, doublings and the like: all that Arabic may leave out. */
const MARKS = /[\u064b-\u0652\u0670]/g;
const DOUBLED = '\u0651';
const NO_VOWEL = '\u0652';

/** The letters of an Arabic text without its marks. */
export const lettersOf = (text: string): string => text.replace(MARKS, '');

const KIT = new Map(VOCALISED_KIT.map((text) => [lettersOf(text), text]));

/** A text with its vowels: that of its key, or that of the kit with the same letters. Undefined when there is none for exactly this text. */
export const vocalised = (key: string, text: string): string | undefined => {
  const letters = lettersOf(text);
  const own = VOCALISED_ARABIC[key];
  return own !== undefined && lettersOf(own) === letters ? own : KIT.get(letters);
};

/**
 * Spells a vocalised text the way espeak-ng 1.51 reads right: a doubled letter twice (it loses the vowel of a doubling mark), the article's
 * l merged into a sun letter, no silent alif after a plural, no t at a pause, -an written out.
 */
export const spelledOut = (text: string): string =>
  text
    .replace(/([\u064b-\u0650])\u0651/g, `${DOUBLED}$1`)
    .replace(/(ا|لِ)ل(.)\u0651/g, `$1$2${NO_VOWEL}$2`)
    .replace(/(.)\u0651/g, `$1${NO_VOWEL}$1`)
    .replace(/\u064fوا(?![\u0621-\u064a])/g, '\u064fو')
    .replace(/ة(?![\u064b-\u0650])/g, '')
    .replace(/اً/g, '\u064eن')
    .replace(/ةً/g, 'ت\u064eن');

/** What the Arabic voice is given to read: the vocalised text when there is one for exactly this text, else the text as it is. */
export const sayArabic = (key: string, text: string): string => {
  const withVowels = vocalised(key, text);
  return withVowels === undefined ? text : spelledOut(withVowels);
};
