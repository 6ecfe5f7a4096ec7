import type { Json } from '#base/canonical-json';
import { parseInstant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';

/** `bad-structure:` and the member that is missing or of the wrong shape. */
export type StructureProblem = 'bad-context' | 'bad-date' | `bad-structure:${string}`;

/** A credential's data model: 1 (VCDM 1.1) or 2, by its first context; null for anything else. */
const modelVersion = (credential: JsonObject): 1 | 2 | null => {
  const first = listOf(credential['@context'])[0];
  return first === V2 ? 2 : first === V1 ? 1 : null;
};

/** Identifier of the issuer, or null when there is none. */
export const issuerId = (credential: JsonObject): string | null => {
  const issuer = credential['issuer'];
  const id = isObject(issuer) ? issuer['id'] : issuer;
  return typeof id === 'string' && isIri(id) ? id : null;
};

/** First and last instant of validity (VCDM 2.0 §4.9, VCDM 1.1 §4.6), null where none is given. */
export const validity = (credential: JsonObject): { readonly from: number | null; readonly until: number | null } => {
  const [from, until] = modelVersion(credential) === 1 ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil'];
  return { from: parseInstant(credential[from ?? '']), until: parseInstant(credential[until ?? '']) };
};

/**
 * What is wrong with the shape of a credential: VCDM 1.1 or 2.0 for all, Open Badges 3.0 for badges and endorsements.
 * Members are read by their terms only; toQuads refuses the other ways JSON-LD would allow to write them.
 */
export const checkStructure = (credential: JsonObject): readonly StructureProblem[] => {
  const version = modelVersion(credential);
  if (version === null) return ['bad-context'];
  const types = listOf(credential['type']);
  const achievement = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  return [
    ...checkModel(credential, types),
    ...checkDates(credential, version),
    ...(achievement || types.includes('EndorsementCredential') ? checkOpenBadge(credential, types, version, achievement) : []),
  ];
};

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value as Json];

const isIri = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value);

// A plain text, or texts that say their language or direction.
const isText = (value: unknown): boolean => {
  if (typeof value === 'string') return true;
  const texts = Array.isArray(value) ? value : [value];
  return texts.length > 0 && texts.every((item) => isObject(item) && typeof item['@value'] === 'string' && Object.keys(item).length > 1);
};

const missing = (ok: boolean, member: string): readonly StructureProblem[] => (ok ? [] : [`bad-structure:${member}`]);

const each = (value: Json | undefined, is: (item: JsonObject) => boolean): boolean =>
  listOf(value).every((item) => isObject(item) && is(item));

const hasType = (item: JsonObject): boolean => {
  const types = listOf(item['type']);
  return types.length > 0 && types.every((type) => typeof type === 'string');
};

const typed =
  (name: string) =>
  (item: JsonObject): boolean =>
    listOf(item['type']).includes(name);

const absentOr = (value: Json | undefined, is: (value: Json) => boolean): boolean => value === undefined || value === null || is(value);

const checkModel = (credential: JsonObject, types: readonly Json[]): readonly StructureProblem[] => {
  const subjects = listOf(credential['credentialSubject']);
  const describes = (item: Json): boolean => isObject(item) && Object.keys(item).length > 0 && absentOr(item['id'], isIri);
  return [
    ...missing(types.includes('VerifiableCredential') && types.every((type) => typeof type === 'string'), 'type'),
    ...missing(absentOr(credential['id'], isIri), 'id'),
    ...missing(issuerId(credential) !== null, 'issuer'),
    ...missing(subjects.length > 0 && subjects.every(describes), 'credentialSubject'),
    ...missing(
      each(credential['credentialStatus'], (item) => hasType(item) && absentOr(item['id'], isIri)),
      'credentialStatus',
    ),
    ...missing(
      each(credential['credentialSchema'], (item) => hasType(item) && isIri(item['id'])),
      'credentialSchema',
    ),
    ...missing(each(credential['evidence'], hasType), 'evidence'),
    ...missing(each(credential['termsOfUse'], hasType), 'termsOfUse'),
    ...missing(each(credential['refreshService'], hasType), 'refreshService'),
    ...missing(
      each(credential['relatedResource'], (item) => isIri(item['id'])),
      'relatedResource',
    ),
    ...missing(absentOr(credential['name'], isText), 'name'),
    ...missing(absentOr(credential['description'], isText), 'description'),
  ];
};

const checkDates = (credential: JsonObject, version: 1 | 2): readonly StructureProblem[] => {
  const names = version === 1 ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil', 'awardedDate'];
  const readable = names.every((name) => absentOr(credential[name], (value) => parseInstant(value) !== null));
  const { from, until } = validity(credential);
  const present = version === 2 || from !== null;
  return readable && present && (from === null || until === null || from <= until) ? [] : ['bad-date'];
};

const checkOpenBadge = (
  credential: JsonObject,
  types: readonly Json[],
  version: 1 | 2,
  achievement: boolean,
): readonly StructureProblem[] => {
  const contexts = listOf(credential['@context']);
  const subjects = listOf(credential['credentialSubject']).filter(isObject);
  return [
    ...(contexts.some((url) => typeof url === 'string' && /^https:\/\/purl\.imsglobal\.org\/spec\/(?:ob|clr)\/v\dp\d\/context/.test(url))
      ? []
      : (['bad-context'] as const)),
    ...missing(!achievement || isIri(credential['id']), 'id'),
    ...missing(version === 1 || credential['validFrom'] !== undefined, 'validFrom'),
    ...missing(isIri(credential['issuer']) || each(credential['issuer'], isProfile), 'issuer'),
    ...missing(each(credential['evidence'], typed('Evidence')), 'evidence'),
    ...(achievement ? subjects.flatMap(checkAchievementSubject) : subjects.flatMap(checkEndorsementSubject)),
    ...missing(!types.includes('EndorsementCredential') || !achievement, 'type'),
  ];
};

const isProfile = (item: JsonObject): boolean =>
  typed('Profile')(item) &&
  isIri(item['id']) &&
  each(item['otherIdentifier'], typed('IdentifierEntry')) &&
  each(item['parentOrg'], isProfile);

const checkAchievementSubject = (subject: JsonObject): readonly StructureProblem[] => [
  ...missing(typed('AchievementSubject')(subject), 'credentialSubject.type'),
  ...missing(isIri(subject['id']) || listOf(subject['identifier']).length > 0, 'credentialSubject.id'),
  ...missing(each(subject['identifier'], isIdentity), 'credentialSubject.identifier'),
  ...missing(each(subject['result'], isResult), 'credentialSubject.result'),
  ...missing(isObject(subject['achievement']) && isAchievement(subject['achievement']), 'credentialSubject.achievement'),
];

const isResult = (item: JsonObject): boolean =>
  typed('Result')(item) &&
  absentOr(item['achievedLevel'], isIri) &&
  absentOr(item['resultDescription'], isIri) &&
  absentOr(item['status'], (value) => typeof value === 'string') &&
  absentOr(item['value'], (value) => typeof value === 'string');

const isIdentity = (item: JsonObject): boolean =>
  typed('IdentityObject')(item) &&
  typeof item['hashed'] === 'boolean' &&
  typeof item['identityHash'] === 'string' &&
  typeof item['identityType'] === 'string';

const isAchievement = (item: JsonObject): boolean =>
  isIri(item['id']) &&
  typed('Achievement')(item) &&
  isObject(item['criteria']) &&
  absentOr(item['criteria']['narrative'], isText) &&
  isText(item['name']) &&
  isText(item['description']) &&
  each(item['alignment'], typed('Alignment')) &&
  each(item['resultDescription'], isResultDescription) &&
  each(item['creator'], isProfile);

const isResultDescription = (item: JsonObject): boolean =>
  typed('ResultDescription')(item) &&
  isIri(item['id']) &&
  isText(item['name']) &&
  each(item['rubricCriterionLevel'], (level) => typed('RubricCriterionLevel')(level) && isIri(level['id']) && isText(level['name']));

const checkEndorsementSubject = (subject: JsonObject): readonly StructureProblem[] => [
  ...missing(typed('EndorsementSubject')(subject), 'credentialSubject.type'),
  ...missing(isIri(subject['id']), 'credentialSubject.id'),
];
