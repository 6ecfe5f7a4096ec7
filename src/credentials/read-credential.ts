import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { CompactJws } from './compact-jws.ts';
import { looksLikeJws, parseCompactJws } from './compact-jws.ts';
import type { JsonObject } from './json.ts';
import { isObject, nestsWithin } from './json.ts';
import type { ClaimProblem } from './jwt-claims.ts';
import { credentialOfClaims } from './jwt-claims.ts';
import { isJoseCose } from './verify-jwt.ts';

export type ReadProblem = 'not-json' | 'not-a-credential' | 'too-big' | 'too-deep' | 'bad-jwt' | ClaimProblem;

/** A credential as it was handed over. */
export interface ReadCredential {
  readonly credential: JsonObject;
  /** The signed token it came in, if it did. */
  readonly jws: CompactJws | null;
  /** What is wrong with the claims of the token. */
  readonly problems: readonly ClaimProblem[];
}

// The longest text read, in characters: what is longer would take longer than a tenth of a second, whatever it says.
const MAX_TEXT = 1024 * 1024;
const MAX_DEPTH = 64;

/** Parses what was handed over: JSON text, an already parsed object, or a compact JWS (VC-JWT). */
export const readCredential = (input: unknown): Result<ReadCredential, { readonly type: ReadProblem }> => {
  if (typeof input === 'string' && input.length > MAX_TEXT) return err({ type: 'too-big' });
  if (typeof input === 'string' && looksLikeJws(input.trim())) return readToken(input.trim());
  const value = typeof input === 'string' ? parseJson(input) : input;
  if (value === undefined) return err({ type: 'not-json' });
  if (!isObject(value)) return err({ type: 'not-a-credential' });
  return nestsWithin(value, MAX_DEPTH) ? ok({ credential: value, jws: null, problems: [] }) : err({ type: 'too-deep' });
};

const readToken = (text: string): Result<ReadCredential, { readonly type: ReadProblem }> => {
  const jws = parseCompactJws(text);
  if (jws === null) return err({ type: 'bad-jwt' });
  if (!nestsWithin(jws.payload, MAX_DEPTH) || !nestsWithin(jws.header, MAX_DEPTH)) return err({ type: 'too-deep' });
  return ok({ ...credentialOfClaims(jws.payload, isJoseCose(jws.header)), jws });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
};
