import type { LocalText } from '#domain/draw';

/** One text of the kit in all its languages. */
export const text = (fr: string, en: string, ar: string, uk: string, pt: string): LocalText => ({ fr, en, ar, uk, pt });
