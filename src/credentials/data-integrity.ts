import type { Signer } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import { concatBytes, utf8 } from '#base/bytes';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { MeaningRefusal } from './canonical-form.ts';
import { canonicalForm } from './canonical-form.ts';
import type { Effort } from './effort.ts';
import { issueContexts } from './issue-contexts.gen.ts';
import type { JsonObject } from './json.ts';
import type { Contexts } from './jsonld-context.ts';
import { fromBase58, fromMultikey, keyTypeOf, toBase58 } from './multibase.ts';
import { nodeCrypto } from './node-crypto.ts';
import { proofForm } from './proof-form.ts';
import { sha256 } from './sha256.ts';
import { sha256OfText } from './sha256-sync.ts';
import { verifySignature } from './verify-signature.ts';

/** The hash of a document without its proofs, worked out when first asked for and once for all proofs. */
export type DocumentHash = () => Result<Bytes | Promise<Bytes>, MeaningRefusal>;

export const documentHash = ({ proof: _proof, ...unsecured }: JsonObject, contexts: Contexts, effort?: Effort): DocumentHash => {
  let known: ReturnType<DocumentHash> | null = null;
  const work = (): ReturnType<DocumentHash> => {
    const form = canonicalForm(unsecured, contexts, effort);
    return form.ok ? ok(hashOf(form.value)) : form;
  };
  return () => (known ??= work());
};

/** The 64 bytes a proof signs (vc-di-eddsa §3.2.4): hash of the proof without its value, then hash of the document without proofs. */
export const hashForProof = async (
  document: JsonObject,
  proof: JsonObject,
  contexts: Contexts,
  ofDocument: DocumentHash = documentHash(document, contexts),
  effort?: Effort,
): Promise<Result<Bytes, MeaningRefusal>> => {
  const documentPart = ofDocument();
  if (!documentPart.ok) return documentPart;
  const { proofValue: _value, ...options } = proof;
  const ofProof = proofForm(options, document['@context'], contexts, effort);
  if (!ofProof.ok) return ofProof;
  return ok(concatBytes(await hashOf(ofProof.value), await documentPart.value));
};

// Up to here hashing at once costs less than the way to WebCrypto and back, where Node's own hash does not spare it.
const SHORT = 1024;

const hashOf = (text: string): Bytes | Promise<Bytes> =>
  nodeCrypto === undefined && text.length > SHORT ? sha256(utf8(text)) : sha256OfText(text);

/** What a proof says besides its value. `verificationMethod` is the DID URL of the key, `created` an ISO instant. */
export interface ProofOptions {
  readonly verificationMethod: string;
  readonly created: string;
}

/**
 * The document with one Data Integrity proof, in an array: eddsa-rdfc-2022, or ecdsa-rdfc-2019 for a P-256 signer.
 * Proofs it carried before are replaced. Refused when pinned contexts do not give every member one meaning.
 */
export const signDocument = async (
  document: JsonObject,
  signer: Signer,
  options: ProofOptions,
  contexts: Contexts = issueContexts,
): Promise<Result<JsonObject, MeaningRefusal>> => {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: fromMultikey(signer.publicKey)?.type === 'P-256' ? 'ecdsa-rdfc-2019' : 'eddsa-rdfc-2022',
    created: options.created,
    verificationMethod: options.verificationMethod,
    proofPurpose: 'assertionMethod',
  };
  const hash = await hashForProof(document, proof, contexts);
  if (!hash.ok) return hash;
  const { proof: _replaced, ...unsecured } = document;
  return ok({ ...unsecured, proof: [{ ...proof, proofValue: toBase58(await signer.sign(hash.value)) }] });
};

/** Which kind of key a proof needs, or null when its kind is not one of ours. `eddsa-2022` is the draft name of eddsa-rdfc-2022. */
export const proofKeyType = (proof: JsonObject): 'Ed25519' | 'P-256' | null => {
  if (proof['type'] === 'Ed25519Signature2020') return 'Ed25519';
  if (proof['type'] !== 'DataIntegrityProof') return null;
  if (proof['cryptosuite'] === 'eddsa-rdfc-2022' || proof['cryptosuite'] === 'eddsa-2022') return 'Ed25519';
  return proof['cryptosuite'] === 'ecdsa-rdfc-2019' || isSelective(proof) ? 'P-256' : null;
};

const isSelective = ({ type, cryptosuite }: JsonObject): boolean => type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-sd-2023';

/** `base-proof`: of ecdsa-sd-2023, and for its holder only. */
export type ProofRefusal = MeaningRefusal | { readonly type: 'bad-proof' | 'base-proof'; readonly what: string };

/** Whether one proof of a document was made with a public key (multibase). Knows nothing of who the key belongs to. */
export const checkProof = async (
  document: JsonObject,
  proof: JsonObject,
  publicKey: string,
  contexts: Contexts,
  ofDocument?: DocumentHash,
  effort?: Effort,
): Promise<Result<boolean, ProofRefusal>> => {
  if (isSelective(proof)) return (await import('./ecdsa-sd.ts')).checkSelective(document, proof, publicKey, contexts, effort);
  const value = typeof proof['proofValue'] === 'string' ? fromBase58(proof['proofValue']) : null;
  const type = proofKeyType(proof);
  if (value === null || type === null) return err({ type: 'bad-proof', what: 'proofValue' });
  if (keyTypeOf(publicKey) !== type) return err({ type: 'bad-proof', what: 'key' });
  const hash = await hashForProof(document, proof, contexts, ofDocument, effort);
  return hash.ok ? ok(await verifySignature(publicKey, hash.value, value)) : hash;
};
