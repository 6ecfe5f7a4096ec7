import type { Millis } from '#base/ambient';
import type { Assertion } from './assertion.ts';
import type { IssuerProfile } from './badge-class.ts';
import type { StatusFacts } from './check-status.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import type { ServedDocument, ServedDocuments } from './served-document.ts';
import { servedObject } from './served-document.ts';

/** How long what a host said of a badge counts, in milliseconds: these documents do not say it themselves. */
const COUNTS_FOR = 30 * 86_400_000;

const UNKNOWN: StatusFacts = { status: 'unknown', asOf: null, problems: ['status-list-not-at-hand'] };

/** That a badge has been taken back, as somebody said then. */
export const revokedAt = (asOf: Millis): StatusFacts => ({ status: 'revoked', asOf, problems: ['revoked'] });

/** That a badge had not been taken back then; too long ago, nothing follows from it. */
export const activeAt = (asOf: Millis, at: Millis): StatusFacts =>
  asOf + COUNTS_FOR <= at ? { status: 'unknown', asOf, problems: ['status-list-stale'] } : { status: 'active', asOf, problems: [] };

/** Whether the issuer of a signed badge took it back, as her revocation list tells (Open Badges 2.0; a map of reasons in 1.x). */
export const checkRevocation = async (
  assertion: Assertion,
  profile: IssuerProfile | null,
  at: Millis,
  documents: ServedDocuments,
): Promise<StatusFacts> => {
  if (profile === null) return { ...UNKNOWN, problems: [] };
  if (profile.revocationList === null) return { status: 'none', asOf: null, problems: [] };
  const served = await documents(profile.revocationList);
  const list = served === undefined || served.gone ? null : servedObject(served);
  if (list === null) return UNKNOWN;
  const asOf = asOfOf(served, at);
  return isListed(list, [assertion.id, assertion.uid]) ? revokedAt(asOf) : activeAt(asOf, at);
};

export const asOfOf = (served: ServedDocument | undefined, at: Millis): Millis => served?.asOf ?? at;

const NO_REASONS = new Set(['@context', 'id', 'type', 'issuer', 'revokedAssertions']);

const isListed = (list: JsonObject, names: readonly (string | null)[]): boolean =>
  names.some((name) => name !== null && Object.hasOwn(list, name) && !NO_REASONS.has(name)) ||
  listOf(list['revokedAssertions']).some((entry) => {
    if (!isObject(entry)) return typeof entry === 'string' && names.includes(entry);
    return entry['revoked'] !== false && [entry['id'], entry['uid']].some((name) => typeof name === 'string' && names.includes(name));
  });
