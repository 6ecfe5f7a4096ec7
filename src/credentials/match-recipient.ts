import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import { isRecipient } from './recipient.ts';

/** Whether a badge was given to the person asked for; `unknown` when it names nobody in a way that can be compared. */
export type RecipientMatch = 'match' | 'mismatch' | 'unknown';

type Kind = 'address' | 'e-mail' | 'phone' | 'other';

/** Somebody as a badge names her, and the test whether she is one of some candidates. */
interface Named {
  readonly kind: Kind;
  readonly isOneOf: (candidates: readonly string[]) => boolean;
}

/**
 * Whether one of the subjects of a badge is the person of whom these are known: e-mail addresses, phone numbers in international form,
 * DIDs or other IRIs. Only what is of one kind is compared: an e-mail address neither is nor is not a DID.
 */
export const matchRecipient = (credential: JsonObject, known: readonly string[]): RecipientMatch => {
  const named = listOf(credential['credentialSubject']).filter(isObject).flatMap(namesOf);
  const verdicts = named.flatMap(({ kind, isOneOf }) => {
    const candidates = known.filter((text) => kindOf(text) === kind).map((text) => (kind === 'phone' ? digitsOf(text) : text));
    return candidates.length === 0 ? [] : [isOneOf(candidates)];
  });
  if (verdicts.includes(true)) return 'match';
  // Nobody at all is not the person named.
  return verdicts.length > 0 || (known.length === 0 && named.length > 0) ? 'mismatch' : 'unknown';
};

const kindOf = (text: string): Kind => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return 'address';
  if (text.includes('@')) return 'e-mail';
  return /^\s*(?:\+|00)[\d\s().-]{6,}$/.test(text) ? 'phone' : 'other';
};

// People and issuers put spaces where they like.
const digitsOf = (phone: string): string => phone.replace(/[^\d+]/g, '').replace(/^00/, '+');

const namesOf = ({ id, identifier }: JsonObject): readonly Named[] => [
  ...(typeof id === 'string' ? [nameOfId(id)] : []),
  ...listOf(identifier).filter(isObject).map(nameOfIdentity),
];

const nameOfId = (id: string): Named => {
  const [, scheme, rest = ''] = /^(mailto|tel):(.*)$/i.exec(id) ?? [];
  if (scheme === undefined) return { kind: 'address', isOneOf: (candidates) => candidates.includes(id) };
  const kind = scheme.toLowerCase() === 'tel' ? 'phone' : 'e-mail';
  return {
    kind,
    isOneOf: (candidates) => isRecipient({ identity: kind === 'phone' ? digitsOf(rest) : rest, hashed: false, salt: '' }, candidates),
  };
};

const nameOfIdentity = ({ identityType, identityHash, hashed, salt }: JsonObject): Named => {
  const type = typeof identityType === 'string' ? identityType : '';
  const kind = type === 'emailAddress' ? 'e-mail' : /phone|tel/i.test(type) ? 'phone' : 'other';
  const written = typeof identityHash === 'string' ? identityHash : '';
  const identity = kind === 'phone' && hashed !== true ? digitsOf(written) : written;
  const given = { identity, hashed: hashed === true, salt: typeof salt === 'string' ? salt : '' };
  return { kind, isOneOf: (candidates) => isRecipient(given, candidates) };
};
