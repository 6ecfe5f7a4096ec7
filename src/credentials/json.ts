import type { Json } from '#base/canonical-json';

/** A JSON object, as parsed. */
export type JsonObject = { readonly [key: string]: Json | undefined };

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether arrays and objects nest at most `levels` deep, so that a walk cannot exhaust the stack. */
export const nestsWithin = (value: Json | undefined, levels: number): boolean =>
  typeof value !== 'object' || value === null || (levels > 0 && Object.values(value).every((inner) => nestsWithin(inner, levels - 1)));

/** Whether a text has no half of a surrogate pair, which every encoder would silently turn into the same replacement character. */
export const isWellFormed = (text: string): boolean => !/[\uD800-\uDFFF]/u.test(text);
