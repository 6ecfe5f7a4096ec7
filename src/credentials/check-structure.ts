import type { Json } from '#base/canonical-json';
import { parseInstant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';

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
  const problems: StructureProblem[] = [];
  note(problems, credential, MODEL);
  if (!datesAreSound(credential, version)) problems.push('bad-date');
  const types = listOf(credential['type']);
  const kinds = KINDS.filter(([names]) => names.some((name) => types.includes(name)));
  if (kinds.length === 0) return problems;
  if (!listOf(credential['@context']).some(isOpenBadgeContext)) problems.push('bad-context');
  if (kinds.length > 1) problems.push('bad-structure:type');
  note(problems, credential, version === 1 ? OPEN_BADGE : OPEN_BADGE_2);
  for (const [, ofCredential, ofSubject] of kinds) {
    note(problems, credential, ofCredential);
    for (const subject of listOf(credential['credentialSubject'])) if (isObject(subject)) note(problems, subject, ofSubject);
  }
  return problems;
};

/** A member as problems name it, and what must be true for it. */
type Rule = readonly [member: string, is: (item: JsonObject) => boolean];

const note = (problems: StructureProblem[], item: JsonObject, rules: readonly Rule[]): void => {
  for (const [member, is] of rules) if (!is(item)) problems.push(`bad-structure:${member}`);
};

const isIri = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value);

// A plain text, or texts that say their language or direction.
const isText = (value: unknown): boolean => {
  if (typeof value === 'string') return true;
  const texts = Array.isArray(value) ? value : [value];
  return texts.length > 0 && texts.every((item) => isObject(item) && typeof item['@value'] === 'string' && Object.keys(item).length > 1);
};

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

const describes = (item: Json): boolean => isObject(item) && Object.keys(item).length > 0 && absentOr(item['id'], isIri);

const isTexts = (list: readonly Json[]): boolean => list.every((item) => typeof item === 'string');

const MODEL: readonly Rule[] = [
  ['type', ({ type }) => listOf(type).includes('VerifiableCredential') && isTexts(listOf(type))],
  ['id', ({ id }) => absentOr(id, isIri)],
  ['issuer', (credential) => issuerId(credential) !== null],
  ['credentialSubject', ({ credentialSubject: of }) => listOf(of).length > 0 && listOf(of).every(describes)],
  ['credentialStatus', ({ credentialStatus: of }) => each(of, (item) => hasType(item) && absentOr(item['id'], isIri))],
  ['credentialSchema', ({ credentialSchema: of }) => each(of, (item) => hasType(item) && isIri(item['id']))],
  ['evidence', ({ evidence }) => each(evidence, hasType)],
  ['termsOfUse', ({ termsOfUse }) => each(termsOfUse, hasType)],
  ['refreshService', ({ refreshService }) => each(refreshService, hasType)],
  ['relatedResource', ({ relatedResource }) => each(relatedResource, (item) => isIri(item['id']))],
  ['name', ({ name }) => absentOr(name, isText)],
  ['description', ({ description }) => absentOr(description, isText)],
];

const DATES = { 1: ['issuanceDate', 'expirationDate'], 2: ['validFrom', 'validUntil', 'awardedDate'] } as const;

const datesAreSound = (credential: JsonObject, version: 1 | 2): boolean => {
  const readable = DATES[version].every((name) => absentOr(credential[name], (value) => parseInstant(value) !== null));
  const { from, until } = validity(credential);
  return readable && (version === 2 || from !== null) && (from === null || until === null || from <= until);
};

const isOpenBadgeContext = (url: Json): boolean =>
  typeof url === 'string' && /^https:\/\/purl\.imsglobal\.org\/spec\/(?:ob|clr)\/v\dp\d\/context/.test(url);

const OPEN_BADGE: readonly Rule[] = [
  ['issuer', ({ issuer }) => isIri(issuer) || each(issuer, (item) => isProfile(item))],
  ['evidence', ({ evidence }) => each(evidence, typed('Evidence'))],
];

const OPEN_BADGE_2: readonly Rule[] = [['validFrom', ({ validFrom }) => validFrom !== undefined], ...OPEN_BADGE];

const isProfile = (item: JsonObject): boolean =>
  typed('Profile')(item) &&
  isIri(item['id']) &&
  each(item['otherIdentifier'], typed('IdentifierEntry')) &&
  each(item['parentOrg'], isProfile);

const ACHIEVEMENT_SUBJECT: readonly Rule[] = [
  ['credentialSubject.type', typed('AchievementSubject')],
  ['credentialSubject.id', ({ id, identifier }) => isIri(id) || listOf(identifier).length > 0],
  ['credentialSubject.identifier', ({ identifier }) => each(identifier, (item) => isIdentity(item))],
  ['credentialSubject.result', ({ result }) => each(result, (item) => isResult(item))],
  ['credentialSubject.achievement', ({ achievement }) => isObject(achievement) && isAchievement(achievement)],
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

const ENDORSEMENT_SUBJECT: readonly Rule[] = [
  ['credentialSubject.type', typed('EndorsementSubject')],
  ['credentialSubject.id', ({ id }) => isIri(id)],
];

const CLR_SUBJECT: readonly Rule[] = [
  ['credentialSubject.type', typed('ClrSubject')],
  ['credentialSubject.id', ({ id, identifier }) => isIri(id) || listOf(identifier).length > 0],
  ['credentialSubject.identifier', ({ identifier }) => each(identifier, isIdentity)],
  ['credentialSubject.verifiableCredential', ({ verifiableCredential: of }) => listOf(of).length > 0 && each(of, hasType)],
  ['credentialSubject.association', ({ association }) => each(association, isAssociation)],
];

const isAssociation = (item: JsonObject): boolean =>
  typed('Association')(item) && typeof item['associationType'] === 'string' && isIri(item['sourceId']) && isIri(item['targetId']);

const NAMED: readonly Rule[] = [['id', ({ id }) => isIri(id)]];

// The kinds of Open Badges and CLR: names of their types, rules for the credential, rules for its subject. None is two of them.
const KINDS: readonly (readonly [names: readonly string[], ofCredential: readonly Rule[], ofSubject: readonly Rule[]])[] = [
  [['OpenBadgeCredential', 'AchievementCredential'], NAMED, ACHIEVEMENT_SUBJECT],
  [['EndorsementCredential'], [], ENDORSEMENT_SUBJECT],
  [['ClrCredential'], NAMED, CLR_SUBJECT],
];
