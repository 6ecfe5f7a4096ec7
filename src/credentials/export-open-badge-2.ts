import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import { checkStructure, issuerId } from './check-structure.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import { isAddress } from './served-document.ts';

/** What a credential does not say and Open Badges 2.0 asks for. Addresses are of https documents. */
export interface OldHosting {
  /** Where the three documents will be served; what each says is bound to its address. */
  readonly assertion: string;
  readonly badge: string;
  readonly issuer: string;
  /** Contact of the issuer. */
  readonly email: string;
  /** Address of a PNG or SVG of the badge, where the credential names none. */
  readonly image?: string;
}

/** The three documents of a hosted badge, each to be served at its `id`. */
export interface OldBadge {
  readonly assertion: JsonObject;
  readonly badge: JsonObject;
  readonly issuer: JsonObject;
}

export type OldExportRefusal = { readonly type: 'not-a-badge' | 'no-image' | 'bad-address'; readonly what: string };

const CONTEXT = 'https://w3id.org/openbadges/v2';
const VERSION_3 = 'Open Badges v3p0';

/**
 * A badge of Open Badges 3.0 (VCDM 2.0) as a hosted one of Open Badges 2.0, for readers that know no newer one. Its proof stays behind: the
 * host stands for it, and has to say `revoked` or answer 410 when the badge is taken back.
 */
export const exportOpenBadge2 = (credential: JsonObject, hosting: OldHosting): Result<OldBadge, OldExportRefusal> => {
  const subject = firstObject(credential['credentialSubject']);
  const achievement = firstObject(subject?.['achievement']);
  const [problem] = checkStructure(credential);
  if (problem !== undefined || subject === null || achievement === null)
    return err({ type: 'not-a-badge', what: problem ?? 'achievement' });
  const lost = [hosting.assertion, hosting.badge, hosting.issuer].find((address) => !isAddress(address));
  if (lost !== undefined) return err({ type: 'bad-address', what: lost });
  const image = imageOf(achievement)['image'] ?? hosting.image;
  if (image === undefined) return err({ type: 'no-image', what: hosting.badge });
  return ok({
    assertion: assertionOf(credential, subject, achievement, hosting),
    badge: badgeOf(achievement, image, hosting),
    issuer: issuerOf(credential, hosting),
  });
};

const firstObject = (value: Json | undefined): JsonObject | null => listOf(value).find(isObject) ?? null;

const texts = (from: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (typeof from[name] === 'string' ? [[name, from[name]]] : [])));

const some = (name: string, list: readonly Json[]): JsonObject => (list.length === 0 ? {} : { [name]: list });

const imageOf = (from: JsonObject): JsonObject => {
  const image = isObject(from['image']) ? from['image']['id'] : from['image'];
  return typeof image === 'string' ? { image } : {};
};

const relatedTo = (id: Json | null | undefined): JsonObject => (typeof id === 'string' ? { related: [{ id, version: VERSION_3 }] } : {});

const assertionOf = (credential: JsonObject, subject: JsonObject, achievement: JsonObject, hosting: OldHosting): JsonObject => ({
  '@context': CONTEXT,
  id: hosting.assertion,
  type: 'Assertion',
  recipient: recipientOf(subject),
  badge: hosting.badge,
  verification: { type: 'HostedBadge' },
  issuedOn: credential['awardedDate'] ?? credential['validFrom'],
  ...(credential['validUntil'] === undefined ? {} : { expires: credential['validUntil'] }),
  ...narrativeOf(subject, achievement),
  ...some(
    'evidence',
    listOf(credential['evidence'])
      .filter(isObject)
      .map((item) => ({ type: 'Evidence', ...texts(item, ['id', 'name', 'narrative', 'description', 'genre', 'audience']) })),
  ),
  ...relatedTo(credential['id']),
});

const OLD_IDENTITY: Readonly<Record<string, string>> = { emailAddress: 'email', phoneNumber: 'telephone' };

const oldIdentity = (type: unknown): string | undefined =>
  typeof type === 'string' && Object.hasOwn(OLD_IDENTITY, type) ? OLD_IDENTITY[type] : undefined;

// A person without an e-mail address is named by her identifier, which is an address as good as any.
const recipientOf = (subject: JsonObject): JsonObject => {
  const identities = listOf(subject['identifier']).filter(isObject);
  const [identity] = identities.filter(({ identityType }) => oldIdentity(identityType) !== undefined);
  if (identity === undefined)
    return { type: 'url', hashed: false, ...(typeof subject['id'] === 'string' ? { identity: subject['id'] } : {}) };
  const { identityHash, identityType, hashed, salt } = identity;
  return {
    type: oldIdentity(identityType),
    hashed: hashed === true,
    identity: identityHash,
    ...(typeof salt === 'string' ? { salt } : {}),
  };
};

// Version 2 has no levels: the one that was reached is told in words.
const narrativeOf = (subject: JsonObject, achievement: JsonObject): JsonObject => {
  const levels = listOf(achievement['resultDescription'])
    .filter(isObject)
    .flatMap((scale) => listOf(scale['rubricCriterionLevel']).filter(isObject));
  const reached = listOf(subject['result'])
    .filter(isObject)
    .flatMap(({ achievedLevel, value }) => levels.find(({ id }) => id === achievedLevel)?.['name'] ?? value ?? []);
  const parts = [subject['narrative'], ...reached].filter((part) => typeof part === 'string');
  return parts.length === 0 ? {} : { narrative: parts.join('\n\n') };
};

const badgeOf = (achievement: JsonObject, image: Json, hosting: OldHosting): JsonObject => {
  const { criteria, inLanguage } = achievement;
  return {
    '@context': CONTEXT,
    ...(typeof inLanguage === 'string' ? { '@language': inLanguage } : {}),
    id: hosting.badge,
    type: 'BadgeClass',
    ...texts(achievement, ['name', 'description', 'version']),
    image,
    criteria: isObject(criteria) ? texts(criteria, ['id', 'narrative']) : {},
    issuer: hosting.issuer,
    ...some(
      'tags',
      listOf(achievement['tag']).filter((tag) => typeof tag === 'string'),
    ),
    ...some(
      'alignment',
      listOf(achievement['alignment'])
        .filter(isObject)
        .map((item) => texts(item, ['targetName', 'targetUrl', 'targetDescription', 'targetFramework', 'targetCode'])),
    ),
    ...relatedTo(achievement['id']),
  };
};

const issuerOf = (credential: JsonObject, hosting: OldHosting): JsonObject => {
  const profile = firstObject(credential['issuer']) ?? {};
  return {
    '@context': CONTEXT,
    id: hosting.issuer,
    type: 'Issuer',
    name: new URL(hosting.issuer).host,
    url: new URL(hosting.issuer).origin,
    ...texts(profile, ['name', 'url', 'description']),
    ...imageOf(profile),
    email: hosting.email,
    verification: { type: 'VerificationObject', allowedOrigins: [new URL(hosting.assertion).host] },
    ...relatedTo(issuerId(credential)),
  };
};
