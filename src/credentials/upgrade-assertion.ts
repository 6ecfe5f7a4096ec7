import type { Json } from '#base/canonical-json';
import type { Assertion } from './assertion.ts';
import { idOf } from './assertion.ts';
import { formatInstant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import { OPEN_BADGE_CONTEXT } from './open-badge-context.ts';

/** What is known around a badge of Open Badges 1 or 2; null for what is not at hand. */
export interface AroundAssertion {
  readonly badge: JsonObject | null;
  readonly issuerId: string | null;
  readonly issuer: JsonObject | null;
}

/** The same badge in the shape of Open Badges 3.0, for showing it like any other; it carries no proof and was never signed so. */
export const upgradeAssertion = (assertion: Assertion, { badge, issuerId, issuer }: AroundAssertion): JsonObject => {
  const { json, recipient, issuedOn, expires } = assertion;
  const id = assertion.id ?? assertion.verification.at ?? undefined;
  return {
    '@context': OPEN_BADGE_CONTEXT,
    ...defined({ id }),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: {
      ...defined({ id: issuerId ?? undefined }),
      type: ['Profile'],
      ...texts(issuer, ['name', 'url', 'email', 'description']),
      ...imageOf(issuer),
    },
    ...(issuedOn === null ? {} : { validFrom: formatInstant(issuedOn), awardedDate: formatInstant(issuedOn) }),
    ...(expires === null ? {} : { validUntil: formatInstant(expires) }),
    ...texts(badge, ['name']),
    ...imageOf(json),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: recipient.hashed,
          identityHash: recipient.identity,
          identityType: recipient.type === 'email' ? 'emailAddress' : `ext:${recipient.type.replace(/[^\w-]/g, '')}`,
          ...(recipient.salt === '' ? {} : { salt: recipient.salt }),
        },
      ],
      achievement: achievementOf(assertion, badge),
      ...texts(json, ['narrative']),
    },
    ...evidenceOf(json['evidence']),
  };
};

const defined = (members: { readonly [name: string]: string | undefined }): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const texts = (from: JsonObject | null, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (typeof from?.[name] === 'string' ? [[name, from[name]]] : [])));

const imageOf = (from: JsonObject | null): JsonObject => {
  const id = from === null ? null : idOf(typeof from['image'] === 'string' ? from['image'].trim() : from['image']);
  if (id === null) return {};
  const caption = isObject(from?.['image']) ? texts(from['image'], ['caption']) : {};
  return { image: { id, type: 'Image', ...caption } };
};

const achievementOf = ({ badge: given }: Assertion, badge: JsonObject | null): JsonObject => ({
  ...defined({ id: idOf(given) ?? idOf(badge?.['id']) ?? undefined }),
  type: ['Achievement'],
  ...texts(badge, ['name', 'description']),
  criteria: criteriaOf(badge?.['criteria']),
  ...imageOf(badge),
  ...listed(
    'tag',
    listOf(badge?.['tags']).filter((tag) => typeof tag === 'string'),
  ),
  ...listed('alignment', listOf(badge?.['alignment']).flatMap(alignmentOf)),
});

const listed = (name: string, list: readonly Json[]): JsonObject => (list.length === 0 ? {} : { [name]: list });

const criteriaOf = (criteria: Json | undefined): JsonObject => ({
  ...defined({ id: idOf(criteria) ?? undefined }),
  ...texts(isObject(criteria) ? criteria : null, ['narrative']),
});

// Version 1 had shorter names.
const alignmentOf = (item: Json): readonly JsonObject[] => {
  if (!isObject(item)) return [];
  const [targetName, targetUrl] = [item['targetName'] ?? item['name'], item['targetUrl'] ?? item['url']];
  if (typeof targetName !== 'string' || typeof targetUrl !== 'string') return [];
  const description = item['targetDescription'] ?? item['description'];
  return [
    {
      type: ['Alignment'],
      targetName,
      targetUrl,
      ...(typeof description === 'string' ? { targetDescription: description } : {}),
      ...texts(item, ['targetFramework', 'targetCode']),
    },
  ];
};

const evidenceOf = (evidence: Json | undefined): JsonObject =>
  listed(
    'evidence',
    listOf(evidence).flatMap((item) => {
      const id = idOf(item);
      const told = texts(isObject(item) ? item : null, ['name', 'narrative', 'description', 'genre', 'audience']);
      return id === null && Object.keys(told).length === 0 ? [] : [{ ...defined({ id: id ?? undefined }), type: ['Evidence'], ...told }];
    }),
  );
