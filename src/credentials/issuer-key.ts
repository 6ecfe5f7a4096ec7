import type { Millis } from '#base/ambient';
import type { DidDocument, KeyMaterial } from './did-document.ts';
import { didKeyDocument } from './did-key.ts';
import type { Lookup } from './lookup.ts';
import { fromMultikey } from './multibase.ts';

/** A DID document as kept at hand; `asOf` is when it was read from its host (absent: taken as current). */
export interface KnownDid {
  readonly document: DidDocument;
  readonly asOf?: Millis;
}

/** Whose key it is: the issuer's own document says so, nobody at hand knows, or it is not the issuer's. */
export type Ownership = 'known' | 'unknown' | 'mismatch';

export type KeyProblem =
  | 'key-not-of-issuer'
  | 'key-not-in-document'
  | 'key-newer-than-document'
  | 'key-expired'
  | 'key-revoked'
  | 'key-not-at-hand'
  | 'bad-key';

export interface FoundKey {
  readonly key: KeyMaterial | null;
  readonly ownership: Ownership;
  readonly problems: readonly KeyProblem[];
}

/** What is asked: key `method` (a DID URL) for `issuer` at the instant `at`; `made` is when the signer says the proof was made. */
export interface KeyQuestion {
  readonly method: string;
  readonly issuer: string;
  readonly at: Millis;
  readonly made: Millis | null;
}

/**
 * The key a proof names and whether it belongs to the issuer. Without the issuer's document the key can still be read from the
 * fragment (`…#z6Mk…`), which lets a signature be checked, never an issuer.
 */
export const findIssuerKey = async (question: KeyQuestion, dids: Lookup<KnownDid>): Promise<FoundKey> => {
  const { method, issuer } = question;
  const ownDocument = didKeyDocument(issuer);
  const known = ownDocument === null ? await dids(issuer) : { document: ownDocument };
  const [controller, fragment = ''] = method.split('#', 2);
  const inName = fromMultikey(fragment) === null ? null : { publicKey: fragment };
  if (known === undefined || known.document.id !== issuer) {
    if (controller !== issuer) return { key: inName, ownership: 'mismatch', problems: ['key-not-of-issuer'] };
    if (inName !== null) return { key: inName, ownership: 'unknown', problems: [] };
    // A name that should be a key but is none is no name of another key.
    const problem = /^z(?:6Mk|Dna)/.test(fragment) ? 'bad-key' : 'key-not-at-hand';
    return { key: null, ownership: 'unknown', problems: [problem] };
  }
  return judge(question, known, inName, controller === issuer);
};

const judge = (question: KeyQuestion, known: KnownDid, inName: KeyMaterial | null, sameController: boolean): FoundKey => {
  const listed = known.document.assertionMethod.find(({ id }) => id === question.method);
  if (listed === undefined) {
    // A device may have been enrolled after this copy of the document was read; what the signer says about time cannot make it valid.
    const newer = sameController && known.asOf !== undefined && question.made !== null && question.made > known.asOf;
    const problem = newer ? 'key-newer-than-document' : sameController ? 'key-not-in-document' : 'key-not-of-issuer';
    return { key: inName, ownership: newer ? 'unknown' : 'mismatch', problems: [problem] };
  }
  const problems: KeyProblem[] = [];
  if (listed.revoked !== null && listed.revoked <= question.at) problems.push('key-revoked');
  if (listed.expires !== null && listed.expires <= question.at) problems.push('key-expired');
  return { key: listed.key, ownership: 'known', problems };
};
