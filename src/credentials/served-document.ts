import type { Millis } from '#base/ambient';
import type { JsonObject } from './json.ts';
import { isObject, nestsWithin } from './json.ts';
import type { Lookup } from './lookup.ts';

/** What an address served when it was last asked. */
export interface ServedDocument {
  /** Parsed JSON, or a text (JSON, a key in PEM form); of no account when it is gone. */
  readonly content?: unknown;
  /** The address said that what it served has been taken back (410). */
  readonly gone?: boolean;
  /** When it was asked; absent: just now. */
  readonly asOf?: Millis;
}

/** Where documents of Open Badges 1 and 2 are looked up by address. */
export type ServedDocuments = Lookup<ServedDocument>;

const MAX_TEXT = 1024 * 1024;
const MAX_DEPTH = 32;

/** The JSON object that was served, or null when it is none or too big to be a badge. */
export const servedObject = ({ content }: ServedDocument): JsonObject | null => {
  const value = typeof content === 'string' ? parsed(content) : content;
  return isObject(value) && nestsWithin(value, MAX_DEPTH) ? value : null;
};

const parsed = (text: string): unknown => {
  if (text.length > MAX_TEXT) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

/** Whether a text is an address documents can be looked up at. */
export const isAddress = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= 2048 && /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);

/** Host of an address (with its port), or null. */
export const hostOf = (text: string): string | null => (isAddress(text) ? new URL(text).host : null);
