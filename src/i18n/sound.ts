import { localeOf } from './locales.ts';

/**
 * A sound key is a text's key; for a badge of the kit `mould.<id>` (its name), `mould.<id>.criteria` (what it says of me), or
 * `question.<id>.<place>-<kind>` (what it asks; `question.common.…` where it has no words of its own); `option.<picture>` for what can be
 * chosen; or `hello.<language>`, the greeting of that language in its own voice: parts joined by dots.
 */
const SOUND_KEY = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;

/** Kinds of text without a clip: for people who read, or for a screen reader, which has its own voice. */
const UNSPOKEN: ReadonlySet<string> = new Set(['fact', 'staff', 'check', 'name']);

/** Whether there is a clip for this key: so for all that stands on a person's screen. */
export const isSpoken = (key: string): boolean => SOUND_KEY.test(key) && !UNSPOKEN.has(key.split('.')[0] ?? '');

/** Address of the clip that says `key` in a language; null when it has none. A file that is missing all the same is passed over. */
export const clipPath = (locale: string, key: string): string | null => {
  if (!isSpoken(key)) return null;
  const [kind, of] = key.split('.');
  if (kind === 'hello') return clipPath(of ?? '', 'title.welcome');
  return `/voice/${localeOf(locale).tag}/${key}.mp3`;
};
