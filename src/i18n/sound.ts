import { localeOf } from './locales.ts';

/** A sound key is a text's key, or `mould.<id>` for the name of a badge of the kit: lower-case parts joined by dots. */
const SOUND_KEY = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;

/** Address of the recorded clip that says `key` in a language; null when it cannot be a key. A clip not recorded yet is passed over. */
export const clipPath = (locale: string, key: string): string | null =>
  SOUND_KEY.test(key) ? `/voice/${localeOf(locale).tag}/${key}.mp3` : null;
