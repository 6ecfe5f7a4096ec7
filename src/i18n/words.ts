import { createInstance, type i18n as I18n } from 'i18next';
import { type Catalogue, fr, type Key } from './fr.ts';
import { type Locale, localeOf } from './locales.ts';

/** What may stand between `{{` and `}}`. */
export type Values = Readonly<Record<string, string | number>>;

/** The texts of one language. */
export interface Words {
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  t(key: Key, values?: Values): string;
}

export interface AllWords {
  /** The words of a language that is here already; French always is. */
  ready(tag: string): Words | undefined;
  /** Fetches a language once. French when its file cannot be had: pictures carry the meaning. */
  load(tag: string): Promise<Words>;
}

const FETCH: { readonly [tag in Exclude<Locale, 'fr'>]: () => Promise<Catalogue> } = {
  ar: async () => (await import('./ar.ts')).ar,
  en: async () => (await import('./en.ts')).en,
  pt: async () => (await import('./pt.ts')).pt,
  uk: async () => (await import('./uk.ts')).uk,
};

/** The words of one app: French at once, the other languages when they are asked for. Nothing global. */
export const createWords = (): AllWords => {
  const here = new Map<Locale, Catalogue>([['fr', fr]]);
  const fill = createFill(here);
  const wordsOf = (locale: Locale, catalogue: Catalogue): Words => ({
    locale,
    dir: localeOf(locale).dir,
    t: (key, values) => (values ? fill(locale, key, values) : catalogue[key]),
  });
  const ready = (tag: string): Words | undefined => {
    const locale = localeOf(tag).tag;
    const catalogue = here.get(locale);
    return catalogue && wordsOf(locale, catalogue);
  };
  const load = async (tag: string): Promise<Words> => {
    const locale = localeOf(tag).tag;
    try {
      if (locale !== 'fr' && !here.has(locale)) here.set(locale, await FETCH[locale]());
    } catch {
      return wordsOf('fr', fr);
    }
    return ready(locale) ?? wordsOf('fr', fr);
  };
  return { ready, load };
};

// Most texts are said as they stand: i18next is woken by the first one with something to fill in, after the first screen on a slow phone.
const createFill = (here: ReadonlyMap<Locale, Catalogue>): ((locale: Locale, key: Key, values: Values) => string) => {
  let made: I18n | undefined;
  return (locale, key, values) => {
    made ??= startI18n();
    if (!made.hasResourceBundle(locale, 'translation')) made.addResourceBundle(locale, 'translation', here.get(locale));
    return made.getFixedT(locale)(key, values);
  };
};

const startI18n = (): I18n => {
  const i18n = createInstance();
  void i18n.init({
    lng: 'fr',
    fallbackLng: 'fr',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { fr: { translation: fr } },
  });
  return i18n;
};
