import type { Millis } from '#base/ambient';
import type { DocumentHash, ProofRefusal } from './data-integrity.ts';
import { checkProof, documentHash, proofKeyType } from './data-integrity.ts';
import type { Effort } from './effort.ts';
import { parseInstant } from './instant.ts';
import type { KeyProblem, KeySources, Ownership } from './issuer-key.ts';
import { findIssuerKey } from './issuer-key.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import type { Contexts } from './jsonld-context.ts';

export type SignatureState = 'good' | 'bad' | 'absent' | 'unsupported';

export type ProofProblem =
  | ProofRefusal['type']
  | KeyProblem
  | 'bad-signature'
  | 'no-proof'
  | 'too-many-proofs'
  | 'unsupported-proof'
  | 'proof-chain'
  | 'wrong-purpose'
  | 'proof-expired'
  | 'bad-date'
  | 'bad-algorithm'
  | 'bad-jwt-header'
  | 'private-key'
  | 'key-confusion';

/** What is known of who signed. */
export interface ProofFacts {
  readonly signature: SignatureState;
  readonly issuer: Ownership;
  /** The kind of proof that is good (cryptosuite, type of proof or algorithm of a token), else null. */
  readonly securedBy: string | null;
  readonly problems: readonly ProofProblem[];
}

/** The instant to judge at and the keys at hand. */
export interface ProofOptions extends KeySources {
  readonly at: Millis;
  readonly contexts: Contexts;
  /** What it may still cost, when it is a part of something. */
  readonly effort?: Effort;
}

const MAX_PROOFS = 10;

/** Checks a document's embedded proofs; of several the best one counts (any one good proof by the issuer suffices). */
export const verifyProofs = async (document: JsonObject, issuer: string, options: ProofOptions): Promise<ProofFacts> => {
  const proofs = listOf(document['proof']);
  if (proofs.length === 0) return { ...bad('no-proof'), signature: 'absent' };
  if (proofs.length > MAX_PROOFS) return bad('too-many-proofs');
  const hash = documentHash(document, options.contexts, options.effort);
  let best: ProofFacts | null = null;
  for (const proof of proofs) {
    const facts = isObject(proof) ? await verifyProof({ document, hash }, proof, issuer, options) : bad('bad-proof');
    if (best === null || rank(facts) > rank(best)) best = facts;
    // Whoever wrote it wants to keep readers busy.
    if (facts.problems.includes('poison-graph') || facts.problems.includes('too-big')) break;
  }
  return best ?? bad('bad-proof');
};

const bad = (problem: ProofProblem): ProofFacts => ({ signature: 'bad', issuer: 'unknown', securedBy: null, problems: [problem] });

const unsupported = (problem: ProofProblem): ProofFacts => ({ ...bad(problem), signature: 'unsupported' });

// Good and the issuer's own beats good, beats not checkable, beats bad.
const rank = ({ signature, issuer, problems }: ProofFacts): number => {
  if (signature === 'bad') return 0;
  if (signature !== 'good') return 1;
  return 2 + { mismatch: 0, unknown: 1, known: 2 }[issuer] * 2 + (problems.length === 0 ? 1 : 0);
};

interface Hashed {
  readonly document: JsonObject;
  readonly hash: DocumentHash;
}

const verifyProof = async ({ document, hash }: Hashed, proof: JsonObject, issuer: string, options: ProofOptions): Promise<ProofFacts> => {
  if (proof['previousProof'] !== undefined) return unsupported('proof-chain');
  if (proofKeyType(proof) === null) return unsupported('unsupported-proof');
  if (proof['proofPurpose'] !== 'assertionMethod') return bad('wrong-purpose');
  const method = proof['verificationMethod'];
  if (typeof method !== 'string') return bad('bad-proof');
  const made = proof['created'] === undefined ? null : parseInstant(proof['created']);
  const expires = proof['expires'] === undefined ? null : parseInstant(proof['expires']);
  if ((made === null && proof['created'] !== undefined) || (expires === null && proof['expires'] !== undefined)) return bad('bad-date');
  if (expires !== null && expires <= options.at) return bad('proof-expired');
  // Begun before the key is looked up: in a page the hashing goes on elsewhere meanwhile.
  if (proof['cryptosuite'] !== 'ecdsa-sd-2023') hash();
  const found = await findIssuerKey({ method, issuer, at: options.at, made }, options);
  const publicKey = found.key !== null && 'publicKey' in found.key ? found.key.publicKey : null;
  const facts = { issuer: found.ownership, securedBy: null };
  if (publicKey === null) {
    return { ...facts, signature: found.problems.includes('bad-key') ? 'bad' : 'unsupported', problems: found.problems };
  }
  const checked = await checkProof(document, proof, publicKey, options.contexts, hash, options.effort);
  if (!checked.ok) {
    const signature = checked.error.type === 'base-proof' ? 'unsupported' : 'bad';
    return { ...facts, signature, problems: [checked.error.type, ...found.problems] };
  }
  if (!checked.value) return { ...facts, signature: 'bad', problems: ['bad-signature', ...found.problems] };
  const named = proof['type'] === 'DataIntegrityProof' ? proof['cryptosuite'] : proof['type'];
  const securedBy = typeof named === 'string' ? named : null;
  return { ...facts, securedBy, signature: 'good', problems: found.problems };
};
