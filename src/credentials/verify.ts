import type { Millis } from '#base/ambient';
import type { StatusProblem, StatusState } from './check-status.ts';
import { checkStatus } from './check-status.ts';
import type { StructureProblem } from './check-structure.ts';
import { checkStructure, issuerId, validity } from './check-structure.ts';
import { contextsFor } from './contexts-for.ts';
import type { KeySources, Ownership } from './issuer-key.ts';
import type { JsonObject } from './json.ts';
import type { Contexts } from './jsonld-context.ts';
import type { Lookup } from './lookup.ts';
import type { FileRefusal } from './read-badge-file.ts';
import type { ReadProblem } from './read-credential.ts';
import { readCredential } from './read-credential.ts';
import type { StatusList } from './status-list.ts';
import { toQuads } from './to-quads.ts';
import { verifyJwt } from './verify-jwt.ts';
import type { ProofProblem, SignatureState } from './verify-proofs.ts';
import { verifyProofs } from './verify-proofs.ts';

/** Everything a report may complain about; stable codes. */
export type Problem =
  | ReadProblem
  | FileRefusal['type']
  | StructureProblem
  | ProofProblem
  | StatusProblem
  | 'not-yet-valid'
  | 'expired'
  | 'open-badges-2';

/** Separate facts about a credential, and one verdict drawn from them. Instants in milliseconds. */
export interface Report {
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly signature: SignatureState;
  /** The kind of the good proof (`eddsa-rdfc-2022`, `ES256`, …), else null. */
  readonly securedBy: string | null;
  readonly issuer: Ownership;
  readonly status: StatusState;
  /** When the oldest status list used was read from its host; null when none was. */
  readonly statusAsOf: Millis | null;
  readonly problems: readonly Problem[];
  /** The credential that was read, for display only; null when nothing could be read. */
  readonly credential: JsonObject | null;
  readonly issuerId: string | null;
}

/** What verification may know besides the credential. Nothing is ever fetched: lookups answer from what is at hand. */
export interface VerifyOptions extends KeySources {
  readonly at: Millis;
  readonly statusLists: Lookup<StatusList>;
}

/**
 * Checks a credential given as JSON text, as a parsed object or as a compact JWS: shape, meaning, proof, key of the issuer,
 * dates, status. Never throws on any input and never fetches anything.
 */
export const verifyCredential = async (input: unknown, options: VerifyOptions): Promise<Report> => {
  const read = readCredential(input);
  if (!read.ok) return { ...NOTHING, problems: [read.error.type] };
  const { credential, jws } = read.value;
  const issuer = issuerId(credential);
  const structure = checkStructure(credential);
  const contexts = await contextsFor(credential);
  const proofOptions = { ...options, contexts };
  const proof = await (jws === null ? verifyProofs(credential, issuer ?? '', proofOptions) : verifyJwt(jws, issuer ?? '', proofOptions));
  const status = await checkStatus(credential['credentialStatus'], issuer ?? '', options.at, options.statusLists);
  const meaning = proof.signature === 'unsupported' || jws !== null ? meaningProblems(credential, contexts) : [];
  const problems = [
    ...new Set<Problem>([
      ...read.value.problems,
      ...structure,
      ...meaning,
      ...proof.problems,
      ...checkDates(credential, options.at),
      ...status.problems,
    ]),
  ];
  const { signature, securedBy } = proof;
  const facts = { signature, issuer: proof.issuer, status: status.status, problems };
  return { verdict: verdictOf(facts), ...facts, securedBy, statusAsOf: status.asOf, credential, issuerId: issuer };
};

/** What is known of something that could not be read. */
export const NOTHING: Report = {
  verdict: 'invalid',
  signature: 'absent',
  securedBy: null,
  issuer: 'unknown',
  status: 'unknown',
  statusAsOf: null,
  problems: [],
  credential: null,
  issuerId: null,
};

// A proof that could not be checked has not looked at the document either, and a token's signature says nothing of meaning.
const meaningProblems = ({ proof: _proof, ...unsecured }: JsonObject, contexts: Contexts): readonly Problem[] => {
  const quads = toQuads(unsecured, contexts);
  return quads.ok ? [] : [quads.error.type];
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
  'proof-chain',
  'unsupported-status',
  'status-list-not-at-hand',
  'status-list-of-another',
  'status-list-stale',
  'bad-status',
]);

const verdictOf = (facts: Pick<Report, 'signature' | 'issuer' | 'status' | 'problems'>): Report['verdict'] => {
  const { signature, issuer, status, problems } = facts;
  if (signature === 'bad' || signature === 'absent' || issuer === 'mismatch') return 'invalid';
  if (problems.some((problem) => !DOUBTS.has(problem))) return 'invalid';
  return signature === 'good' && issuer === 'known' && (status === 'active' || status === 'none') ? 'valid' : 'unknown';
};
