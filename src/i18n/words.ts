import { createInstance } from 'i18next';
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
  const wordsOf = (locale: Locale): Words => {
    const fixed = i18n.getFixedT(locale);
    return { locale, dir: localeOf(locale).dir, t: (key, values) => fixed(key, values ?? {}) };
  };
  const ready = (tag: string): Words | undefined => {
    const locale = localeOf(tag).tag;
    return i18n.hasResourceBundle(locale, 'translation') ? wordsOf(locale) : undefined;
  };
  const load = async (tag: string): Promise<Words> => {
    const locale = localeOf(tag).tag;
    if (locale === 'fr' || i18n.hasResourceBundle(locale, 'translation')) return wordsOf(locale);
    try {
      i18n.addResourceBundle(locale, 'translation', await FETCH[locale]());
      return wordsOf(locale);
    } catch {
      return wordsOf('fr');
    }
  };
  return { ready, load };
};
