import type { Json } from '#base/canonical-json';
import { isObject, type JsonObject, listOf } from '#credentials/json';
import { quoted } from './printable.ts';

/** A label of ours and what is to be said after it; every text of the file in it is quoted. */
export type Fact = readonly [label: string, value: string];

const MAX_ITEMS = 5;

/** What a credential says of itself, for a person to read. Nothing of it is checked here, and anything may be missing or misshapen. */
export const badgeFacts = (credential: JsonObject): readonly Fact[] => {
  const subjects = listOf(credential['credentialSubject']).filter(isObject);
  return [
    ...fact('kind', texts(credential['type'])),
    ...subjects.slice(0, MAX_ITEMS).flatMap(subjectFacts),
    ...fact('given by', party(credential['issuer'])),
    ...fact('awarded', text(credential['awardedDate'])),
    ...fact('valid from', text(credential['validFrom'] ?? credential['issuanceDate'])),
    ...fact('valid until', text(credential['validUntil'] ?? credential['expirationDate'])),
    ...many('evidence', credential['evidence'], (item) =>
      joined(text(item['name']), text(item['genre']), text(item['narrative']), text(item['id'])),
    ),
    ...many('status list', credential['credentialStatus'], (item) =>
      joined(text(item['statusListCredential'] ?? item['id']), text(item['statusPurpose'])),
    ),
    ...fact('id', text(credential['id'])),
  ];
};

const subjectFacts = (subject: JsonObject): readonly Fact[] => {
  const achievement = isObject(subject['achievement']) ? subject['achievement'] : {};
  const criteria = isObject(achievement['criteria']) ? achievement['criteria'] : {};
  return [
    ...fact('badge', joined(text(achievement['name']), text(achievement['achievementType']), text(achievement['version']))),
    ...fact('which is', text(achievement['description'])),
    ...fact('given for', text(criteria['narrative'] ?? criteria['id'])),
    ...many('level', subject['result'], (item) => text(item['achievedLevel'] ?? item['value'] ?? item['status'])),
    ...fact('made by', party(achievement['creator'])),
    ...fact('assessed by', party(subject['source'])),
    ...many('in', achievement['alignment'], (item) =>
      joined(text(item['targetFramework']), text(item['targetName']), text(item['targetCode'])),
    ),
    ...(subject['endorsementComment'] === undefined ? fact('holder', text(subject['id'])) : []),
    ...many('holder', subject['identifier'], (item) => joined(text(item['identityType']), text(item['identityHash']))),
    ...fact('narrative', text(subject['narrative'])),
    ...(subject['endorsementComment'] === undefined ? [] : fact('about', text(subject['id']))),
    ...fact('says', text(subject['endorsementComment'])),
  ];
};

const text = (value: Json | undefined): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === undefined || value === null ? '' : quoted(JSON.stringify(value));
};

const texts = (value: Json | undefined): string => joined(...listOf(value).slice(0, MAX_ITEMS).map(text));

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** Who an issuer, creator or source says it is. */
export const party = (value: Json | undefined): string => (isObject(value) ? joined(text(value['name']), text(value['id'])) : text(value));

const fact = (label: string, value: string): readonly Fact[] => (value === '' ? [] : [[label, value]]);

const many = (label: string, value: Json | undefined, say: (item: JsonObject) => string): readonly Fact[] => {
  const items = listOf(value).filter(isObject);
  const more = items.length > MAX_ITEMS ? fact(label, `… and ${items.length - MAX_ITEMS} more`) : [];
  return [...items.slice(0, MAX_ITEMS).flatMap((item) => fact(label, say(item))), ...more];
};
