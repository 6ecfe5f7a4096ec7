import type { Millis } from '#base/ambient';
import { canonicalForm } from './canonical-form.ts';
import { checkStatus } from './check-status.ts';
import { checkStructure, issuerId, validity } from './check-structure.ts';
import { contextsFor } from './contexts-for.ts';
import type { Effort } from './effort.ts';
import { fullEffort } from './effort.ts';
import type { KeySources } from './issuer-key.ts';
import type { JsonObject } from './json.ts';
import type { Contexts } from './jsonld-context.ts';
import type { Lookup } from './lookup.ts';
import type { RecipientMatch } from './match-recipient.ts';
import { readCredential } from './read-credential.ts';
import type { Problem, Report } from './report.ts';
import { NOTHING } from './report.ts';
import type { StatusList } from './status-list.ts';
import { verifyJwt } from './verify-jwt.ts';
import { NO_PARTS, verifyParts } from './verify-parts.ts';
import { verifyProofs } from './verify-proofs.ts';

/** What verification may know besides the credential. Nothing is ever fetched: lookups answer from what is at hand. */
export interface VerifyOptions extends KeySources {
  readonly at: Millis;
  readonly statusLists: Lookup<StatusList>;
  /** Who it should have been given to, when that is asked: e-mail addresses, phone numbers in international form, DIDs. */
  readonly recipients?: readonly string[];
}

/**
 * Checks a credential given as JSON text, as a parsed object or as a compact JWS: shape, meaning, proof, key of the issuer, status,
 * dates, what it carries, recipient. Never throws on any input and never fetches anything.
 */
export const verifyCredential = (input: unknown, options: VerifyOptions): Promise<Report> =>
  verifyWithin(input, options, { depth: 2, left: { parts: 32, effort: fullEffort() } });

// How deep parts may hold parts (a CLR, its badges, what is said of them) and how many there may be: each costs a signature check.
interface Budget {
  readonly depth: number;
  readonly left: { parts: number; readonly effort: Effort };
}

const verifyWithin = async (input: unknown, options: VerifyOptions, budget: Budget): Promise<Report> => {
  const read = readCredential(input);
  if (!read.ok) return { ...NOTHING, problems: [read.error.type] };
  const { credential, jws } = read.value;
  const issuer = issuerId(credential);
  // Here and below: waiting for what is there already would cost a badge as much as reading its dates.
  const found = contextsFor(credential);
  const contexts = found instanceof Promise ? await found : found;
  const { effort } = budget.left;
  const proofOptions = { ...options, contexts, effort };
  // Begun first: in a page hashes and signatures are worked out elsewhere, and the rest need not wait for them.
  const proving = jws === null ? verifyProofs(credential, issuer ?? '', proofOptions) : verifyJwt(jws, issuer ?? '', proofOptions);
  const structure = checkStructure(credential);
  const looking = checkStatus(credential['credentialStatus'], issuer ?? '', options.at, options.statusLists);
  const [proof, status] = await Promise.all([proving, looking]);
  // A token's signature says nothing of meaning, and a proof that could not be checked has not looked at the document.
  const unread = jws !== null || proof.signature === 'unsupported' || proof.signature === 'absent';
  const meaning = unread ? meaningProblems(credential, contexts, effort) : [];
  const understood = unread ? meaning.length === 0 : proof.signature === 'good' || proof.problems.includes('bad-signature');
  const checking = understood ? verifyParts(credential, partCheck(options, budget)) : NO_PARTS;
  const parts = checking instanceof Promise ? await checking : checking;
  const recipient = options.recipients === undefined ? 'unknown' : await recipientOf(credential, options.recipients);
  const problems = [
    ...new Set<Problem>([
      ...read.value.problems,
      ...structure,
      ...meaning,
      ...proof.problems,
      ...checkDates(credential, options.at),
      ...status.problems,
      ...parts.problems,
      ...(recipient === 'mismatch' ? (['recipient-mismatch'] as const) : []),
    ]),
  ];
  const { signature, securedBy } = proof;
  const { endorsements, credentials } = parts;
  const facts = { signature, issuer: proof.issuer, status: status.status, problems };
  const report = { securedBy, statusAsOf: status.asOf, credential, issuerId: issuer, recipient, endorsements, credentials };
  return { verdict: verdictOf(facts), ...facts, ...report };
};

// Who a part was given to is its own affair: an endorsement's subject is a badge.
const partCheck =
  ({ recipients: _recipients, ...options }: VerifyOptions, { depth, left }: Budget) =>
  async (part: unknown): Promise<Report | null> => {
    if (depth === 0 || left.parts-- <= 0) return null;
    const report = await verifyWithin(part, options, { depth: depth - 1, left });
    // One that only keeps readers busy is enough.
    if (report.problems.includes('poison-graph') || report.problems.includes('too-big')) left.parts = 0;
    return report;
  };

// Few ask, and the hashes of old badges come with it.
const recipientOf = async (credential: JsonObject, recipients: readonly string[]): Promise<RecipientMatch> =>
  (await import('./match-recipient.ts')).matchRecipient(credential, recipients);

const meaningProblems = ({ proof: _proof, ...unsecured }: JsonObject, contexts: Contexts, effort: Effort): readonly Problem[] => {
  const form = canonicalForm(unsecured, contexts, effort);
  return form.ok ? [] : [form.error.type];
};

const checkDates = (credential: JsonObject, at: Millis): readonly Problem[] => {
  const { from, until } = validity(credential);
  if (from !== null && from > at) return ['not-yet-valid'];
  return until !== null && until <= at ? ['expired'] : [];
};

// Problems that only say what could not be checked here; every other one makes a credential invalid.
const DOUBTS: ReadonlySet<Problem> = new Set<Problem>([
  'key-not-at-hand',
  'key-newer-than-document',
  'key-unbound',
  'embedded-key',
  'unsupported-proof',
  'base-proof',
  'proof-chain',
  'unsupported-status',
  'status-list-not-at-hand',
  'status-list-of-another',
  'status-list-stale',
  'bad-status',
  'part-invalid',
  'too-many-parts',
  'other-subject',
]);

const verdictOf = (facts: Pick<Report, 'signature' | 'issuer' | 'status' | 'problems'>): Report['verdict'] => {
  const { signature, issuer, status, problems } = facts;
  if (signature === 'bad' || signature === 'absent' || issuer === 'mismatch') return 'invalid';
  if (problems.some((problem) => !DOUBTS.has(problem))) return 'invalid';
  return signature === 'good' && issuer === 'known' && (status === 'active' || status === 'none') ? 'valid' : 'unknown';
};
