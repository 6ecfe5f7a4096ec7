import type { Millis } from '#base/ambient';
import type { DidDocument, DidKey } from './did-document.ts';
import { didKeyDocument } from './did-key.ts';
import { didWebParts } from './did-web.ts';
import type { KeyMaterial } from './key-material.ts';
import { sameKey } from './key-material.ts';
import type { KnownKey } from './known-key.ts';
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
  | 'key-unbound'
  | 'embedded-key'
  | 'bad-key';

export interface FoundKey {
  readonly key: KeyMaterial | null;
  readonly ownership: Ownership;
  readonly problems: readonly KeyProblem[];
}

/** Where keys are looked up: documents of issuers, and keys that have an address of their own. */
export interface KeySources {
  readonly dids: Lookup<KnownDid>;
  readonly keys?: Lookup<KnownKey>;
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
 * fragment (`…#z6Mk…`) or its own address, which lets a signature be checked, but only the issuer's host makes it the issuer's.
 */
export const findIssuerKey = async (question: KeyQuestion, sources: KeySources): Promise<FoundKey> => {
  const { method, issuer } = question;
  const known = await documentOf(issuer, sources);
  const listed = known?.document.assertionMethod.find(({ id }) => id === method);
  if (listed !== undefined) return judgeListed(listed, question.at);
  const [controller, fragment = ''] = method.split('#', 2);
  const inName = fromMultikey(fragment) === null ? null : { publicKey: fragment };
  if (known !== null) return judgeUnlisted(question, known, inName, controller === issuer);
  if (inName !== null) {
    return controller === issuer
      ? { key: inName, ownership: 'unknown', problems: [] }
      : { key: inName, ownership: 'mismatch', problems: ['key-not-of-issuer'] };
  }
  // A name that should be a key but is none is no name of another key.
  if (/^z(?:6Mk|Dna)/.test(fragment)) return { key: null, ownership: 'unknown', problems: ['bad-key'] };
  if (controller !== issuer && !method.startsWith('https:')) return { key: null, ownership: 'mismatch', problems: ['key-not-of-issuer'] };
  const own = await sources.keys?.(method);
  return own === undefined || own.id !== method ? NOT_AT_HAND : judgeAddressed(own, issuer);
};

const NOT_AT_HAND: FoundKey = { key: null, ownership: 'unknown', problems: ['key-not-at-hand'] };

const documentOf = async (issuer: string, { dids }: KeySources): Promise<KnownDid | null> => {
  const own = didKeyDocument(issuer);
  if (own !== null) return { document: own };
  const known = await dids(issuer);
  return known?.document.id === issuer ? known : null;
};

const judgeListed = (listed: DidKey, at: Millis): FoundKey => {
  const problems: KeyProblem[] = [];
  if (listed.revoked !== null && listed.revoked <= at) problems.push('key-revoked');
  if (listed.expires !== null && listed.expires <= at) problems.push('key-expired');
  return { key: listed.key, ownership: 'known', problems };
};

const judgeUnlisted = (
  question: Pick<KeyQuestion, 'made'>,
  known: KnownDid,
  key: KeyMaterial | null,
  sameController: boolean,
): FoundKey => {
  // A device may have been enrolled after this copy of the document was read; what the signer says about time cannot make it valid.
  const newer = sameController && known.asOf !== undefined && question.made !== null && question.made > known.asOf;
  const problem = newer ? 'key-newer-than-document' : sameController ? 'key-not-in-document' : 'key-not-of-issuer';
  return { key, ownership: newer ? 'unknown' : 'mismatch', problems: [problem] };
};

// Anybody can publish a key and call it another's: only one on the issuer's own host can be the issuer's.
const judgeAddressed = ({ id, controller, key }: KnownKey, issuer: string): FoundKey => {
  const bound = hostOf(id) !== null && hostOf(id) === hostOf(issuer) && (controller === null || controller === issuer);
  return bound ? { key, ownership: 'known', problems: [] } : { key, ownership: 'unknown', problems: ['key-unbound'] };
};

const hostOf = (id: string): string | null => {
  if (id.startsWith('did:')) return didWebParts(id)?.host ?? null;
  return id.startsWith('https:') && URL.canParse(id) ? new URL(id).host : null;
};

/** What a key that came with the signed text itself is worth: the issuer's only when the issuer's document lists the same one. */
export const judgeEmbeddedKey = async (key: KeyMaterial, question: Omit<KeyQuestion, 'method'>, sources: KeySources): Promise<FoundKey> => {
  const known = await documentOf(question.issuer, sources);
  if (known === null) return { key, ownership: 'unknown', problems: ['embedded-key'] };
  const listed = known.document.assertionMethod.find((candidate) => sameKey(candidate.key, key));
  return listed === undefined ? judgeUnlisted(question, known, key, true) : judgeListed(listed, question.at);
};
