import type { Millis } from '#base/ambient';
import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { StructureProblem } from './check-structure.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import { parseOldInstant } from './old-instant.ts';
import { isAddress } from './served-document.ts';

/** Who a badge was given to: an identity, or its hash with a salt. */
export interface OldRecipient {
  readonly identity: string;
  readonly type: string;
  readonly hashed: boolean;
  readonly salt: string;
}

/** A badge of Open Badges 1.0 to 2.1 with what matters for checking it. */
export interface Assertion {
  readonly version: 1 | 2;
  readonly id: string | null;
  readonly uid: string | null;
  /** `hosted`: as true as what `at` serves. `signed`: `at` is the key, where one is named. */
  readonly verification: { readonly type: 'hosted'; readonly at: string } | { readonly type: 'signed'; readonly at: string | null };
  readonly recipient: OldRecipient;
  /** Address, or all of it. */
  readonly badge: string | JsonObject;
  readonly issuedOn: Millis | null;
  readonly expires: Millis | null;
  readonly json: JsonObject;
}

/** An object that was taken back may say no more than that. */
export const saysRevoked = (json: JsonObject): boolean => json['revoked'] === true;

const CONTEXT =
  /^https?:\/\/(?:w3id\.org\/openbadges\/v([12])$|(?:www\.)?openbadgespec\.org\/v([12])\/|purl\.imsglobal\.org\/spec\/ob\/v(2)p[01]\/)/;

/** The version an object's context names (1 without a context, as in Open Badges 1.0); null when it is of something else. */
export const versionOf = (json: JsonObject): 1 | 2 | null => {
  if (json['@context'] === undefined) return 1;
  for (const context of listOf(json['@context'])) {
    // Terms written out in full: those of version 2, the only ones that came to be used so.
    if (isObject(context)) return 2;
    const [, ...found] = (typeof context === 'string' ? CONTEXT.exec(context) : null) ?? [];
    if (found.length > 0) return found.includes('1') ? 1 : 2;
  }
  return null;
};

const CLASSES = new Set(
  (
    'AlignmentObject Assertion BadgeClass Criteria CryptographicKey Endorsement Evidence Extension IdentityObject Image Issuer Profile ' +
    'RevocationList VerificationObject HostedBadge SignedBadge'
  ).split(' '),
);

/** Whether an object is of one of these classes, and of no class nobody knows; in version 1.0 objects need not say so. */
export const isOfClass = (json: JsonObject, ...classes: readonly string[]): boolean => {
  if (json['type'] === undefined) return json['@context'] === undefined;
  const types = listOf(json['type']);
  return (
    types.some((type) => typeof type === 'string' && classes.includes(type)) &&
    types.every((type) => typeof type === 'string' && (CLASSES.has(type) || type.includes(':')))
  );
};

const isIri = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 2048 && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);

/** The address of something that is written as its address or as an object with one; null when it has none. */
export const idOf = (value: Json | undefined): string | null => {
  const id = isObject(value) ? value['id'] : value;
  return isIri(id) ? id : null;
};

/** Reads a badge of version 1.0 to 2.1, or says what is wrong with its shape. */
export const parseAssertion = (json: JsonObject): Result<Assertion, readonly StructureProblem[]> => {
  const version = versionOf(json);
  if (version === null) return err(['bad-context']);
  const recipient = readRecipient(json['recipient']);
  const verification = readVerification(json);
  const { badge } = json;
  const [issuedOn, expires] = [parseOldInstant(json['issuedOn']), parseOldInstant(json['expires'])];
  const problems = [
    ...missing(isOfClass(json, 'Assertion'), 'type'),
    ...missing(json['id'] === undefined ? version === 1 : isIri(json['id']), 'id'),
    ...missing(typeof badge === 'string' ? isIri(badge) : isObject(badge), 'badge'),
    ...missing(recipient !== null, 'recipient'),
    ...missing(verification !== null, 'verification'),
    ...missing(version === 1 || idOf(json['image'])?.startsWith('data:') !== true, 'image'),
    ...(datesAreGood(json, version, issuedOn, expires) ? [] : (['bad-date'] as const)),
  ];
  if (problems.length > 0 || recipient === null || verification === null || !(typeof badge === 'string' || isObject(badge)))
    return err(problems);
  const [id, uid] = [idOf(json['id']), typeof json['uid'] === 'string' ? json['uid'] : null];
  return ok({ version, id, uid, verification, recipient, badge, issuedOn, expires, json });
};

const missing = (there: boolean, member: string): readonly StructureProblem[] => (there ? [] : [`bad-structure:${member}`]);

const datesAreGood = (json: JsonObject, version: 1 | 2, issuedOn: Millis | null, expires: Millis | null): boolean => {
  if (issuedOn === null && (version === 2 || json['issuedOn'] !== undefined)) return false;
  const open = json['expires'] === undefined || json['expires'] === null;
  return (open || expires !== null) && (issuedOn === null || expires === null || issuedOn <= expires);
};

// What is hashed again and again must not be long.
const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 1024;

const readRecipient = (value: Json | undefined): OldRecipient | null => {
  if (!isObject(value)) return null;
  const { identity, type, hashed = false, salt } = value;
  if (!isShort(identity) || !isShort(type) || typeof hashed !== 'boolean' || !isShort(salt ?? '')) return null;
  return { identity, type, hashed, salt: typeof salt === 'string' ? salt : '' };
};

const readVerification = (json: JsonObject): Assertion['verification'] | null => {
  const value = json['verification'] ?? json['verify'];
  if (!isObject(value)) return null;
  const types = listOf(value['type']);
  const named = value['creator'] ?? value['url'];
  if (types.includes('signed') || types.includes('SignedBadge')) return { type: 'signed', at: idOf(named) };
  const at = json['verification'] === undefined && value['url'] !== undefined ? value['url'] : json['id'];
  return (types.includes('hosted') || types.includes('HostedBadge')) && isAddress(at) ? { type: 'hosted', at } : null;
};
