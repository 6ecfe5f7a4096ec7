import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import { idOf, isOfClass, versionOf } from './assertion.ts';
import type { StructureProblem } from './check-structure.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';

/** What a badge of Open Badges 1 or 2 is given for. */
export interface BadgeClass {
  /** The issuer's address. */
  readonly issuer: string;
  /** What the badge itself says of the issuer. */
  readonly embedded: JsonObject | null;
  readonly json: JsonObject;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Reads a BadgeClass, or says what is wrong with its shape. `embedded` ones inherit the context of what they stand in. */
export const parseBadgeClass = (json: JsonObject, context: Json | undefined): Result<BadgeClass, readonly StructureProblem[]> => {
  const whole = { ...(context === undefined ? {} : { '@context': context }), ...json };
  const issuer = idOf(json['issuer']);
  const good =
    versionOf(whole) !== null &&
    isOfClass(whole, 'BadgeClass') &&
    isText(json['name']) &&
    isText(json['description']) &&
    (idOf(json['criteria']) !== null || isObject(json['criteria']));
  if (!good) return err(['bad-structure:badge']);
  if (issuer === null) return err(['bad-structure:issuer']);
  return ok({ issuer, embedded: isObject(json['issuer']) ? json['issuer'] : null, json });
};

/** Who gave a badge, with the rules for finding what is really hers. */
export interface IssuerProfile {
  readonly id: string | null;
  /** Addresses of its keys; whole keys are in `keys`. */
  readonly keyIds: readonly string[];
  readonly keys: readonly JsonObject[];
  readonly revocationList: string | null;
  /** The rule for the addresses of hosted badges; null when there is none of its own. */
  readonly scope: { readonly startsWith: readonly string[]; readonly allowedOrigins: readonly string[] } | null;
  readonly json: JsonObject;
}

/** Reads the profile of an issuer, or says what is wrong with its shape. */
export const parseIssuerProfile = (json: JsonObject): Result<IssuerProfile, readonly StructureProblem[]> => {
  const version = versionOf(json);
  const good =
    version !== null &&
    isOfClass(json, 'Issuer', 'Profile') &&
    isText(json['name']) &&
    isText(json['url']) &&
    (version === 1 || isText(json['email']));
  if (!good) return err(['bad-structure:issuer']);
  const keys = listOf(json['publicKey']);
  const rule = isObject(json['verification']) ? json['verification'] : null;
  const texts = (value: Json | undefined): readonly string[] => listOf(value).filter((text) => typeof text === 'string');
  const scope = rule === null ? null : { startsWith: texts(rule['startsWith']), allowedOrigins: texts(rule['allowedOrigins']) };
  return ok({
    id: idOf(json['id']),
    keyIds: keys.flatMap((key) => idOf(key) ?? []),
    keys: keys.filter(isObject),
    revocationList: idOf(json['revocationList']),
    scope: scope !== null && scope.startsWith.length + scope.allowedOrigins.length > 0 ? scope : null,
    json,
  });
};
