import type { Json } from '#base/canonical-json';

/** A JSON object, as parsed. */
export type JsonObject = { readonly [key: string]: Json | undefined };

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a parsed value that may be one or many; none when it is absent or null. */
export const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value as Json];

/** Whether arrays and objects nest at most `levels` deep, so that a walk cannot exhaust the stack. */
export const nestsWithin = (value: Json | undefined, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (levels <= 0) return false;
  if (Array.isArray(value)) return value.every((inner) => nestsWithin(inner, levels - 1));
  // Parsed JSON inherits nothing, and every badge is walked: a list of its values would cost half as much again.
  for (const key in value) if (!nestsWithin((value as JsonObject)[key], levels - 1)) return false;
  return true;
};

/** Whether a text has no half of a surrogate pair, which every encoder would silently turn into the same replacement character. */
export const isWellFormed = (text: string): boolean => !/[\uD800-\uDFFF]/u.test(text);
