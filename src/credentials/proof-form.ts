import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import { ok } from '#base/result';
import type { MeaningRefusal } from './canonical-form.ts';
import { canonicalForm } from './canonical-form.ts';
import type { Effort } from './effort.ts';
import type { JsonObject } from './json.ts';
import type { Contexts } from './jsonld-context.ts';
import { OPEN_BADGE_CONTEXT } from './open-badge-context.ts';

/** Canonical form of a proof without its value (`options`), read with the contexts of its document; refused as canonicalForm refuses. */
export const proofForm = (
  options: JsonObject,
  context: Json | undefined,
  contexts: Contexts,
  effort?: Effort,
): Result<string, MeaningRefusal> => {
  const plain = isOurs(context) ? plainForm(options) : null;
  return plain === null ? canonicalForm({ ...options, '@context': context }, contexts, effort) : ok(plain);
};

const isOurs = (context: Json | undefined): boolean =>
  Array.isArray(context) && context.length === OPEN_BADGE_CONTEXT.length && OPEN_BADGE_CONTEXT.every((url, at) => context[at] === url);

// Nearly every proof of a badge says these five things and no other, under contexts that give them one meaning: its canonical form is
// then five lines in a known order, and the general way to them would be a tenth of what is worked out for a badge.
const plainForm = (options: JsonObject): string | null => {
  const { type, cryptosuite, created, verificationMethod, proofPurpose } = options;
  const known = type === 'DataIntegrityProof' && proofPurpose === 'assertionMethod' && Object.keys(options).length === 5;
  if (!known || !fits(cryptosuite, /^[a-z\d-]+$/) || !fits(created, /^[\dTZ:.+-]+$/) || !fits(verificationMethod, /^did:[\w:.%#-]+$/))
    return null;
  return `_:c14n0 <http://purl.org/dc/terms/created> "${created}"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#DataIntegrityProof> .
_:c14n0 <https://w3id.org/security#cryptosuite> "${cryptosuite}"^^<https://w3id.org/security#cryptosuiteString> .
_:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .
_:c14n0 <https://w3id.org/security#verificationMethod> <${verificationMethod}> .
`;
};

const fits = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);
