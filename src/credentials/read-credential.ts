import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { JsonObject } from './json.ts';
import { isObject, nestsWithin } from './json.ts';

export type ReadProblem = 'not-json' | 'not-a-credential' | 'too-big' | 'too-deep';

/** A credential as it was handed over. */
export interface ReadCredential {
  readonly credential: JsonObject;
}

const MAX_TEXT = 4 * 1024 * 1024;
const MAX_DEPTH = 64;

/** Parses what was handed over: JSON text or an already parsed object. */
export const readCredential = (input: unknown): Result<ReadCredential, { readonly type: ReadProblem }> => {
  if (typeof input === 'string' && input.length > MAX_TEXT) return err({ type: 'too-big' });
  const value = typeof input === 'string' ? parseJson(input) : input;
  if (value === undefined) return err({ type: 'not-json' });
  if (!isObject(value)) return err({ type: 'not-a-credential' });
  return nestsWithin(value, MAX_DEPTH) ? ok({ credential: value }) : err({ type: 'too-deep' });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};
