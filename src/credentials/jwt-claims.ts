import { formatInstant, parseInstant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';

export type ClaimProblem = 'missing-claim' | 'claim-mismatch';

/** The credential a payload carries, completed from its claims, and what is wrong with these. */
export interface JwtCredential {
  readonly credential: JsonObject;
  readonly problems: readonly ClaimProblem[];
}

/**
 * The credential in the payload of a VC-JWT: the payload itself, or its claim `vc` (VCDM 1.1 §6.3.1). Claims must say what the
 * credential says (Open Badges 3.0 §8.2.5); `iss`, `jti` and `nbf` must be there unless `optional` (vc-jose-cose).
 */
export const credentialOfClaims = (payload: JsonObject, optional: boolean): JwtCredential => {
  const { iss, jti, nbf, exp, sub, iat: _iat, aud: _aud, vc, ...plain } = payload;
  const inside = isObject(vc) ? vc : plain;
  const [from, until] = isObject(vc) || isOldModel(plain) ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil'];
  const { issuer, credentialSubject: subject } = inside;
  const pairs: readonly (readonly [claim: unknown, said: unknown])[] = [
    [iss, isObject(issuer) ? issuer['id'] : issuer],
    [jti, inside['id']],
    [nbf, secondsOf(inside[from ?? ''])],
    [exp, secondsOf(inside[until ?? ''])],
    [sub, Array.isArray(subject) ? undefined : isObject(subject) ? subject['id'] : undefined],
  ];
  const wrong = pairs.some(([claim, said]) => claim !== undefined && said !== undefined && !sameClaim(claim, said));
  const illTyped = [nbf, exp].some((date) => date !== undefined && !isNumericDate(date));
  const missing = !optional && [iss, jti, nbf].some((claim) => claim === undefined);
  return {
    credential: {
      ...inside,
      ...fill(inside, 'id', jti),
      ...fill(inside, 'issuer', iss),
      ...fill(inside, from ?? '', instantOf(nbf)),
      ...fill(inside, until ?? '', instantOf(exp)),
    },
    problems: wrong || illTyped ? ['claim-mismatch'] : missing ? ['missing-claim'] : [],
  };
};

const isOldModel = (credential: JsonObject): boolean => [credential['@context']].flat()[0] === 'https://www.w3.org/2018/credentials/v1';

const isNumericDate = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) < 1e11;

// A NumericDate counts seconds; credentials may write fractions of them.
const sameClaim = (claim: unknown, said: unknown): boolean =>
  typeof said === 'number' ? isNumericDate(claim) && Math.floor(claim) === said : claim === said;

const secondsOf = (text: unknown): number | undefined => {
  const instant = parseInstant(text);
  return instant === null ? undefined : Math.floor(instant / 1000);
};

const instantOf = (claim: unknown): string | undefined => (isNumericDate(claim) ? formatInstant(claim * 1000) : undefined);

const fill = (credential: JsonObject, member: string, value: unknown): JsonObject =>
  typeof value === 'string' && credential[member] === undefined ? { [member]: value } : {};
