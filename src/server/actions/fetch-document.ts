import type { Clock, Millis } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import type { FetchedDocument } from '#protocol/document';
import type { ProblemCode } from '#protocol/problem';
import { readDocument } from './read-document.ts';
import type { Admit } from './tokens.ts';

/** Why something outside was not fetched; stable codes. */
export type OutsideRefusal =
  | 'bad-address'
  | 'not-public'
  | 'unreachable'
  | 'too-slow'
  | 'bad-status'
  /** It was there and has been taken back (410): with this older badges are revoked. */
  | 'gone'
  | 'too-many-redirects'
  | 'wrong-type'
  | 'too-big';

/** A file from elsewhere, and the address it came from after redirects. */
export interface FromOutside {
  readonly bytes: Bytes;
  readonly address: string;
}

/** Asks an address somebody else wrote; must be safe to be given any text at all. */
export type AskOutside = (address: string, maxBytes: number) => Promise<Result<FromOutside, OutsideRefusal>>;

export interface DocumentDeps {
  readonly outside: AskOutside;
  readonly admit: Admit;
  readonly clock: Clock;
}

type Fetched = Result<FetchedDocument, ProblemCode>;

const MAX_BYTES = 2 * 1024 * 1024;
const FRESH_MS = 300_000;
// What could not be had is asked again sooner, but not by everybody at once.
const REFUSED_MS = 30_000;
const MAX_KEPT = 100;
const MAX_KEPT_LENGTH = 16 * 1024 * 1024;
const MAX_AT_ONCE = 16;

interface Kept {
  readonly fetched: Fetched;
  readonly until: Millis;
  /** Characters of the document as JSON. */
  readonly length: number;
}

/**
 * Fetches, for a page that checks a badge and may itself ask nobody else, a public document of the Open Badges world: a DID document, a
 * status list, a key, a credential (out of its picture too). Nothing else that is found is ever passed on, and what is passed on is JSON
 * made anew. Kept for five minutes; limited by host and over all, never by who asks.
 */
export const documentFetcher = (deps: DocumentDeps): ((address: string) => Promise<Fetched>) => {
  const kept = new Map<string, Kept>();
  const asking = new Map<string, Promise<Fetched>>();
  return async (address) => {
    if (!URL.canParse(address)) return err('AddressRefused');
    const { href: whole, hash, protocol, host } = new URL(address);
    if (protocol !== 'https:') return err('AddressRefused');
    // What follows the # never leaves for the other host.
    const href = whole.slice(0, whole.length - hash.length);
    const held = kept.get(href);
    if (held && held.until > deps.clock()) return held.fetched;
    const already = asking.get(href);
    if (already) return already;
    if (asking.size >= MAX_AT_ONCE || !deps.admit(`outside:${host}`) || !deps.admit('outside-all:')) return err('TooMany');
    const answer = askFor(href, deps).finally(() => asking.delete(href));
    asking.set(href, answer);
    const fetched = await answer;
    keep(kept, href, fetched, deps.clock());
    return fetched;
  };
};

const askFor = async (href: string, { outside, clock }: DocumentDeps): Promise<Fetched> => {
  const got = await outside(href, MAX_BYTES);
  if (!got.ok) return err(PROBLEM_OF[got.error]);
  const document = await readDocument(got.value.bytes);
  return document === null ? err('NoDocument') : ok({ address: got.value.address, asOf: clock(), document });
};

const PROBLEM_OF: Readonly<Record<OutsideRefusal, ProblemCode>> = {
  'bad-address': 'AddressRefused',
  'not-public': 'AddressRefused',
  unreachable: 'OutsideSilent',
  'too-slow': 'OutsideSilent',
  'bad-status': 'NoDocument',
  gone: 'DocumentGone',
  'too-many-redirects': 'NoDocument',
  'wrong-type': 'NoDocument',
  'too-big': 'NoDocument',
};

/** The oldest goes first when there are too many or they are too long together. */
const keep = (kept: Map<string, Kept>, href: string, fetched: Fetched, now: Millis): void => {
  kept.delete(href);
  kept.set(href, {
    fetched,
    until: now + (fetched.ok ? FRESH_MS : REFUSED_MS),
    length: fetched.ok ? JSON.stringify(fetched.value.document).length : 0,
  });
  let length = [...kept.values()].reduce((sum, each) => sum + each.length, 0);
  for (const [oldest, { length: gone }] of kept) {
    if (kept.size <= MAX_KEPT && length <= MAX_KEPT_LENGTH) break;
    kept.delete(oldest);
    length -= gone;
  }
};
