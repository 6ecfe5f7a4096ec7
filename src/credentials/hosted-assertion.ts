import type { Millis } from '#base/ambient';
import type { Json } from '#base/canonical-json';
import type { Assertion, OldRecipient } from './assertion.ts';
import { idOf, parseAssertion, saysRevoked } from './assertion.ts';
import type { StatusFacts } from './check-status.ts';
import { isObject, listOf } from './json.ts';
import type { OldBadgeProblem } from './old-badge-problem.ts';
import { activeAt, asOfOf, revokedAt } from './old-revocation.ts';
import type { ServedDocuments } from './served-document.ts';
import { servedObject } from './served-document.ts';

/** What the host of a badge says of it. */
export interface HostedFacts {
  /** The badge as it is served; null when that is not at hand. */
  readonly current: Assertion | null;
  readonly status: StatusFacts;
  readonly problems: readonly OldBadgeProblem[];
}

const NOT_AT_HAND: HostedFacts = { current: null, status: { status: 'unknown', asOf: null, problems: [] }, problems: ['to-be-checked'] };

/**
 * Compares a hosted badge with what its address `from` serves (Open Badges 2.0, HostedBadge): that alone is true, so whatever a reader would
 * go by must be the same in both.
 */
export const checkHosted = async (assertion: Assertion, from: string, at: Millis, documents: ServedDocuments): Promise<HostedFacts> => {
  const served = await documents(from);
  if (served === undefined) return NOT_AT_HAND;
  const json = served.gone ? null : servedObject(served);
  const asOf = asOfOf(served, at);
  if (served.gone || (json !== null && saysRevoked(json))) return { current: null, status: revokedAt(asOf), problems: [] };
  // A page instead of a badge says nothing: that of a hotel's network, for instance.
  if (json === null) return NOT_AT_HAND;
  const current = parseAssertion(json);
  if (!current.ok || !saysTheSame(assertion, current.value)) {
    return { current: null, status: { status: 'unknown', asOf, problems: [] }, problems: ['differs-from-host'] };
  }
  return { current: current.value, status: activeAt(asOf, at), problems: [] };
};

const saysTheSame = (given: Assertion, current: Assertion): boolean =>
  current.verification.type === 'hosted' &&
  (current.id === null || agrees(given.id, current.id)) &&
  agrees(given.uid, current.uid) &&
  agrees(given.issuedOn, current.issuedOn) &&
  agrees(given.expires, current.expires) &&
  sameRecipient(given.recipient, current.recipient) &&
  (idOf(given.badge) ?? '') === (idOf(current.badge) ?? '') &&
  (!isObject(given.badge) || !isObject(current.badge) || given.badge['name'] === current.badge['name']) &&
  ['narrative', 'evidence'].every((member) => agrees(plain(given.json[member]), plain(current.json[member])));

// A copy in a picture may leave out what its host goes on to say.
const agrees = <T>(given: T | null, current: T | null): boolean => given === null || given === current;

const sameRecipient = (a: OldRecipient, b: OldRecipient): boolean =>
  a.type === b.type &&
  a.hashed === b.hashed &&
  a.salt === b.salt &&
  (a.identity === b.identity || (a.hashed && a.identity.toLowerCase() === b.identity.toLowerCase()));

// One thing and a list of it, an address and an object that is only that, say the same; nothing and an empty list say nothing.
const plain = (value: Json | undefined): string | null => {
  const list = listOf(value).map((item) =>
    isObject(item) && Object.keys(item).length === 1 && 'id' in item ? (item['id'] ?? null) : item,
  );
  return list.length === 0 ? null : JSON.stringify(list, ordered);
};

const ordered = (_key: string, value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
