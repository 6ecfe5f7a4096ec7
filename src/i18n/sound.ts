import { localeOf } from './locales.ts';

/** A sound key is a text's key, or `mould.<id>` for the name of a badge of the kit: lower-case parts joined by dots. */
const SOUND_KEY = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;

/** Kinds of text without a clip: for people who read, or for a screen reader, which has its own voice. */
const UNSPOKEN: ReadonlySet<string> = new Set(['fact', 'staff', 'name']);

/** Whether there is a clip for this key: so for all that stands on a person's screen. */
export const isSpoken = (key: string): boolean => SOUND_KEY.test(key) && !UNSPOKEN.has(key.split('.')[0] ?? '');

/** Address of the clip that says `key` in a language; null when it has none. A file that is missing all the same is passed over. */
export const clipPath = (locale: string, key: string): string | null =>
  isSpoken(key) ? `/voice/${localeOf(locale).tag}/${key}.mp3` : null;
