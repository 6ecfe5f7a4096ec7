/** Every language there is, by its own name and with its own greeting (`title.welcome` of its catalogue); French first because it is the reference. */
export const LOCALES = [
  { tag: 'fr', hello: 'Bonjour', name: 'Français', dir: 'ltr' },
  { tag: 'ar', hello: 'أهلاً', name: 'العربية', dir: 'rtl' },
  { tag: 'uk', hello: 'Вітаємо', name: 'Українська', dir: 'ltr' },
  { tag: 'pt', hello: 'Olá', name: 'Português', dir: 'ltr' },
  { tag: 'en', hello: 'Hello', name: 'English', dir: 'ltr' },
] as const;

export type Locale = (typeof LOCALES)[number]['tag'];

/** The language of this tag, or French when there is none: a newer device may have kept one that this version does not know. */
export const localeOf = (tag: string): (typeof LOCALES)[number] => LOCALES.find((locale) => locale.tag === tag) ?? LOCALES[0];
