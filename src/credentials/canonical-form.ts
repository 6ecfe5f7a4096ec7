import type { Result } from '#base/result';
import { err } from '#base/result';
import type { PoisonRefusal } from './canonicalize.ts';
import { canonicalize } from './canonicalize.ts';
import type { Effort } from './effort.ts';
import { fullEffort } from './effort.ts';
import type { JsonObject } from './json.ts';
import type { Contexts } from './jsonld-context.ts';
import type { QuadsRefusal } from './quads-run.ts';
import { toQuads } from './to-quads.ts';

/** Why a document cannot be hashed the same way by everybody, and so neither signed nor verified. */
export type MeaningRefusal = QuadsRefusal | PoisonRefusal;

/**
 * Canonical form of a document (RDFC-1.0), which is what proofs sign; a proof it carries must have been taken off first. Takes what it costs
 * off `effort`.
 */
export const canonicalForm = (document: JsonObject, contexts: Contexts, effort: Effort = fullEffort()): Result<string, MeaningRefusal> => {
  const quads = toQuads(document, contexts);
  if (!quads.ok) return quads;
  effort.quads -= quads.value.length;
  return effort.quads < 0 ? err({ type: 'too-big', what: 'parts' }) : canonicalize(quads.value, effort);
};
