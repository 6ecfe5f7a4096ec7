/** Every language there is, by its own name; French first because it is the reference. */
export const LOCALES = [
  { tag: 'fr', name: 'Français', dir: 'ltr' },
  { tag: 'ar', name: 'العربية', dir: 'rtl' },
  { tag: 'uk', name: 'Українська', dir: 'ltr' },
  { tag: 'pt', name: 'Português', dir: 'ltr' },
  { tag: 'en', name: 'English', dir: 'ltr' },
] as const;

export type Locale = (typeof LOCALES)[number]['tag'];

/** The language of this tag, or French when there is none: a newer device may have kept one that this version does not know. */
export const localeOf = (tag: string): (typeof LOCALES)[number] => LOCALES.find((locale) => locale.tag === tag) ?? LOCALES[0];
