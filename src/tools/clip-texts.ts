import { STARTER_MOULDS } from '#content/starter-kit';
import { ar } from '#i18n/ar';
import { en } from '#i18n/en';
import { fr } from '#i18n/fr';
import type { Locale } from '#i18n/locales';
import { pt } from '#i18n/pt';
import { isSpoken } from '#i18n/sound';
import { uk } from '#i18n/uk';

/** Every text of every language; the languages the app itself fetches one by one. */
export const CATALOGUES: { readonly [tag in Locale]: Readonly<Record<string, string>> } = { fr, en, ar, uk, pt };

/** What must be heard in a language, by sound key: the spoken texts, and the name of every badge of the kit (`mould.<id>`). */
export const clipTexts = (locale: Locale): ReadonlyMap<string, string> => {
  const texts = Object.entries(CATALOGUES[locale]).filter(([key]) => isSpoken(key));
  const names = Object.entries(STARTER_MOULDS).map(([id, { title }]): [string, string] => [`mould.${id}`, title[locale] ?? title.fr ?? '']);
  return new Map([...texts, ...names]);
};
