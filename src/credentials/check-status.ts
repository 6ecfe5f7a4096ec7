import type { Millis } from '#base/ambient';
import type { Json } from '#base/canonical-json';
import { isObject } from './json.ts';
import type { Lookup } from './lookup.ts';
import type { StatusList } from './status-list.ts';
import { isMarked } from './status-list.ts';

export type StatusState = 'active' | 'revoked' | 'suspended' | 'unknown' | 'none';

export type StatusProblem =
  | 'revoked'
  | 'suspended'
  | 'bad-status'
  | 'unsupported-status'
  | 'status-list-not-at-hand'
  | 'status-list-of-another'
  | 'status-list-stale';

/** Whether a credential still counts, as far as the lists at hand tell; `asOf` is the age of the oldest list used. */
export interface StatusFacts {
  readonly status: StatusState;
  readonly asOf: Millis | null;
  readonly problems: readonly StatusProblem[];
}

/** Looks up every entry of `credentialStatus`. Only lists of the credential's own issuer count. */
export const checkStatus = async (
  entries: Json | undefined,
  issuer: string,
  at: Millis,
  statusLists: Lookup<StatusList>,
): Promise<StatusFacts> => {
  const list = Array.isArray(entries) ? entries : entries === undefined || entries === null ? [] : [entries];
  if (list.length > 10) return { status: 'unknown', asOf: null, problems: ['bad-status'] };
  let facts: StatusFacts = { status: 'none', asOf: null, problems: [] };
  for (const entry of list) facts = worse(facts, await checkEntry(entry, issuer, at, statusLists));
  return facts;
};

const WORST: readonly StatusState[] = ['none', 'active', 'unknown', 'suspended', 'revoked'];

const worse = (a: StatusFacts, b: StatusFacts): StatusFacts => ({
  status: WORST.indexOf(a.status) >= WORST.indexOf(b.status) ? a.status : b.status,
  asOf: a.asOf === null || b.asOf === null ? (a.asOf ?? b.asOf) : Math.min(a.asOf, b.asOf),
  problems: [...a.problems, ...b.problems],
});

const unknown = (problem: StatusProblem, asOf: Millis | null = null): StatusFacts => ({ status: 'unknown', asOf, problems: [problem] });

const checkEntry = async (entry: unknown, issuer: string, at: Millis, statusLists: Lookup<StatusList>): Promise<StatusFacts> => {
  if (!isObject(entry) || typeof entry['type'] !== 'string') return unknown('bad-status');
  if (entry['type'] !== 'BitstringStatusListEntry') return unknown('unsupported-status');
  const { statusPurpose: purpose, statusListCredential: address } = entry;
  const index = readIndex(entry['statusListIndex']);
  if (typeof purpose !== 'string' || typeof address !== 'string' || index === null) return unknown('bad-status');
  // A message or a hint to refresh says nothing about validity.
  if (purpose !== 'revocation' && purpose !== 'suspension') return { status: 'none', asOf: null, problems: [] };
  if (entry['statusSize'] !== undefined && entry['statusSize'] !== 1) return unknown('unsupported-status');
  const list = await statusLists(address);
  if (list === undefined) return unknown('status-list-not-at-hand');
  if (list.issuer !== issuer || list.id !== address) return unknown('status-list-of-another', list.asOf);
  const marked = list.purposes.includes(purpose) ? isMarked(list, index) : null;
  if (marked === null) return unknown('bad-status', list.asOf);
  if (marked) {
    const status = purpose === 'revocation' ? 'revoked' : 'suspended';
    return { status, asOf: list.asOf, problems: [status] };
  }
  // An old list can still prove a revocation, but no longer its absence.
  if (list.validUntil !== null && list.validUntil <= at) return unknown('status-list-stale', list.asOf);
  return { status: 'active', asOf: list.asOf, problems: [] };
};

const readIndex = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : null;
  return typeof value === 'string' && /^(?:0|[1-9][0-9]{0,8})$/.test(value) ? Number(value) : null;
};
