import { createInstance, type i18n as I18n } from 'i18next';
import { first } from './fr/first.ts';
import type { Key } from './fr.ts';
import { type Locale, localeOf } from './locales.ts';

/** What may stand between `{{` and `}}`. */
export type Values = Readonly<Record<string, string | number>>;

/** What is not said on the way from a poster to a badge comes with the first screen that says it. */
export type Part = 'person' | 'staff';
export const ALL_PARTS: readonly Part[] = ['person', 'staff'];

/** The texts of one language. */
export interface Words {
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  /** Parts that are here. */
  readonly parts: ReadonlySet<Part>;
  t(key: Key, values?: Values): string;
}

export interface AllWords {
  /** The words of a language with these parts, if they are here already; the first ones of French always are. */
  ready(tag: string, parts?: readonly Part[]): Words | undefined;
  /** Fetches what is missing, once. French when a file cannot be had: pictures carry the meaning. */
  load(tag: string, parts?: readonly Part[]): Promise<Words>;
}

type Texts = { readonly [key in Key]?: string };
type Fetch = () => Promise<Texts>;

const FETCH: { readonly [tag in Locale]: { readonly [part in Part | 'first']: Fetch } } = {
  fr: {
    first: async () => first,
    person: async () => (await import('./fr/person.ts')).person,
    staff: async () => (await import('./fr/staff.ts')).staff,
  },
  ar: {
    first: async () => (await import('./ar/first.ts')).first,
    person: async () => (await import('./ar/person.ts')).person,
    staff: async () => (await import('./ar/staff.ts')).staff,
  },
  en: {
    first: async () => (await import('./en/first.ts')).first,
    person: async () => (await import('./en/person.ts')).person,
    staff: async () => (await import('./en/staff.ts')).staff,
  },
  pt: {
    first: async () => (await import('./pt/first.ts')).first,
    person: async () => (await import('./pt/person.ts')).person,
    staff: async () => (await import('./pt/staff.ts')).staff,
  },
  uk: {
    first: async () => (await import('./uk/first.ts')).first,
    person: async () => (await import('./uk/person.ts')).person,
    staff: async () => (await import('./uk/staff.ts')).staff,
  },
};

/** What is here of one language. */
interface Held {
  texts: Texts;
  readonly parts: Set<Part | 'first'>;
}

/** The words of one app: French's first ones at once, all others when they are asked for. Nothing global. */
export const createWords = (): AllWords => {
  const here = new Map<Locale, Held>([['fr', { texts: first, parts: new Set(['first']) }]]);
  const fill = createFill((locale) => here.get(locale)?.texts ?? {});
  const wordsOf = (locale: Locale, { texts, parts }: Held): Words => ({
    locale,
    dir: localeOf(locale).dir,
    parts: new Set(ALL_PARTS.filter((part) => parts.has(part))),
    t: (key, values) => (values ? fill(locale, key, values) : (texts[key] ?? '')),
  });
  const fetchParts = async (locale: Locale, parts: readonly Part[]): Promise<Held> => {
    const missing = (['first', ...parts] as const).filter((part) => !here.get(locale)?.parts.has(part));
    const found = await Promise.all(missing.map((part) => FETCH[locale][part]()));
    const held = here.get(locale);
    const now: Held = { texts: Object.assign({}, held?.texts, ...found), parts: new Set([...(held?.parts ?? []), ...missing]) };
    here.set(locale, now);
    return now;
  };
  return {
    ready: (tag, parts = []) => {
      const locale = localeOf(tag).tag;
      const held = here.get(locale);
      return held && parts.every((part) => held.parts.has(part)) ? wordsOf(locale, held) : undefined;
    },
    load: async (tag, parts = []) => {
      const locale = localeOf(tag).tag;
      try {
        return wordsOf(locale, await fetchParts(locale, parts));
      } catch {
        const held = await fetchParts('fr', parts).catch(() => here.get('fr'));
        // Without the file a screen still has its pictures.
        return wordsOf('fr', { texts: held?.texts ?? first, parts: new Set<Part | 'first'>(['first', ...parts]) });
      }
    },
  };
};

// Most texts are said as they stand: i18next is woken by the first one with something to fill in, after the first screen on a slow phone.
const createFill = (textsOf: (locale: Locale) => Texts): ((locale: Locale, key: Key, values: Values) => string) => {
  let made: I18n | undefined;
  const known = new Map<Locale, Texts>();
  return (locale, key, values) => {
    made ??= startI18n();
    const texts = textsOf(locale);
    if (known.get(locale) !== texts) made.addResourceBundle(locale, 'translation', texts, true, true);
    known.set(locale, texts);
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
    resources: { fr: { translation: first } },
  });
  return i18n;
};
