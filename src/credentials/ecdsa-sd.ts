import type { Bytes } from '#base/bytes';
import { concatBytes, fromBase64url, toBase64url, utf8 } from '#base/bytes';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { MeaningRefusal } from './canonical-form.ts';
import { canonicalForm } from './canonical-form.ts';
import type { Cbor } from './cbor.ts';
import { readCbor } from './cbor.ts';
import type { Effort } from './effort.ts';
import { fullEffort } from './effort.ts';
import type { JsonObject } from './json.ts';
import type { Contexts } from './jsonld-context.ts';
import { fromMultikey, toBase58 } from './multibase.ts';
import { sha256Sync } from './sha256-sync.ts';
import { verifySignature } from './verify-signature.ts';

/** `base-proof`: the proof is the holder's own, from which she makes those she shows; it is not for others to check. */
export type SelectiveRefusal = MeaningRefusal | { readonly type: 'bad-proof' | 'base-proof'; readonly what: string };

/** What a proof of ecdsa-sd-2023 says that was made to be shown (vc-di-ecdsa §3.5.6). */
interface DerivedProof {
  readonly baseSignature: Uint8Array;
  /** The key made for this credential alone, in multibase and as bytes. */
  readonly publicKey: string;
  readonly keyBytes: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  /** Blank nodes' names when it was signed, by their canonical names now. */
  readonly labels: ReadonlyMap<string, string>;
  readonly mandatory: ReadonlySet<number>;
}

const MAX_PROOF_VALUE = 300_000;

/**
 * Whether a derived proof of ecdsa-sd-2023 (vc-di-ecdsa §3.6.7) shows what the holder of `publicKey` (P-256, multibase) signed, be it
 * only a part of it. Knows nothing of who the key belongs to.
 */
export const checkSelective = async (
  document: JsonObject,
  proof: JsonObject,
  publicKey: string,
  contexts: Contexts,
  effort: Effort = fullEffort(),
): Promise<Result<boolean, SelectiveRefusal>> => {
  const derived = readProofValue(proof['proofValue']);
  if (!derived.ok) return derived;
  if (fromMultikey(publicKey)?.type !== 'P-256') return err({ type: 'bad-proof', what: 'key' });
  const { baseSignature, keyBytes, signatures, labels, mandatory } = derived.value;
  effort.signatures -= signatures.length;
  if (effort.signatures < 0) return err({ type: 'too-big', what: 'signatures' });
  const { proofValue: _value, ...options } = proof;
  const { proof: _proof, ...unsecured } = document;
  const ofProof = canonicalForm({ ...options, '@context': document['@context'] }, contexts, effort);
  if (!ofProof.ok) return ofProof;
  const ofDocument = canonicalForm(unsecured, contexts, effort);
  if (!ofDocument.ok) return ofDocument;
  const statements = relabelled(ofDocument.value, labels);
  const always = statements?.filter((_, index) => mandatory.has(index)) ?? [];
  const chosen = statements?.filter((_, index) => !mandatory.has(index)) ?? [];
  if (statements === null || always.length !== mandatory.size) return err({ type: 'bad-proof', what: 'proofValue' });
  if (chosen.length !== signatures.length) return ok(false);
  const signed = concatBytes(hashOf(ofProof.value), keyBytes, hashOf(always.join('')));
  return ok((await verifySignature(publicKey, signed, baseSignature)) && (await allSigned(chosen, derived.value)));
};

const hashOf = (text: string): Bytes => sha256Sync(utf8(text));

const allSigned = async (statements: readonly string[], { publicKey, signatures }: DerivedProof): Promise<boolean> => {
  for (const [i, statement] of statements.entries()) {
    const signature = signatures[i];
    if (signature === undefined || !(await verifySignature(publicKey, utf8(statement), signature))) return false;
  }
  return true;
};

const BAD = err({ type: 'bad-proof', what: 'proofValue' } as const);

const readProofValue = (value: unknown): Result<DerivedProof, SelectiveRefusal> => {
  const bytes =
    typeof value === 'string' && value.startsWith('u') && value.length <= MAX_PROOF_VALUE ? fromBase64url(value.slice(1)) : null;
  if (bytes?.[0] !== 0xd9 || bytes[1] !== 0x5d) return BAD;
  if (bytes[2] === 0) return err({ type: 'base-proof', what: 'proofValue' });
  const parts = bytes[2] === 1 ? readCbor(bytes.subarray(3)) : null;
  if (!isList(parts) || parts.length !== 5) return BAD;
  const [baseSignature, keyBytes, signatures, labels, mandatory] = parts;
  if (!isBytes(64)(baseSignature) || !isBytes(35)(keyBytes) || !(labels instanceof Map)) return BAD;
  if (!isList(signatures) || !signatures.every(isBytes(64))) return BAD;
  if (!isList(mandatory) || !mandatory.every((index) => typeof index === 'number')) return BAD;
  const publicKey = toBase58(keyBytes);
  const names = labelsOf(labels);
  if (names === null || fromMultikey(publicKey)?.type !== 'P-256') return BAD;
  return ok({ baseSignature, publicKey, keyBytes, signatures, labels: names, mandatory: new Set(mandatory) });
};

const isList = (value: Cbor | null | undefined): value is readonly Cbor[] => Array.isArray(value);

const isBytes =
  (length: number) =>
  (value: Cbor | undefined): value is Uint8Array =>
    value instanceof Uint8Array && value.length === length;

// Two nodes under one name would say of one thing what was signed of two.
const labelsOf = (labels: ReadonlyMap<number, Cbor>): ReadonlyMap<string, string> | null => {
  const names = new Map<string, string>();
  for (const [number, label] of labels) if (isBytes(32)(label)) names.set(`_:c14n${number}`, `_:u${toBase64url(label)}`);
  return names.size === labels.size && new Set(names.values()).size === names.size ? names : null;
};

// Subject, predicate, object and graph; of a literal only its end matters, so that nothing in its text is taken for a name.
const STATEMENT = /^(\S+) (\S+) (?:(_:\S+)|(<[^>]*>|"(?:[^"\\]|\\.)*"\S*))(?: (\S+))? \.$/;

// Canonical statements with the names blank nodes were signed under, in the order of those (vc-di-ecdsa §3.4.7); null when one has none.
const relabelled = (canonical: string, labels: ReadonlyMap<string, string>): readonly string[] | null => {
  const statements: string[] = [];
  for (const line of canonical.split('\n').slice(0, -1)) {
    const [, subject = '', predicate, node, other, graph] = STATEMENT.exec(line) ?? [];
    const parts = [subject, node ?? '', graph ?? ''].map((term) => (term.startsWith('_:') ? labels.get(term) : term));
    if (predicate === undefined || parts.includes(undefined)) return null;
    const [from = '', to = '', where = ''] = parts;
    statements.push(`${from} ${predicate} ${to || other}${where === '' ? '' : ` ${where}`} .\n`);
  }
  return statements.sort();
};
