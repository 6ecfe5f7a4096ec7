import rdfCanonize from 'rdf-canonize';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { Quad } from './quad.ts';

/** The graph is built to keep a canonicaliser busy for ever (many indistinguishable blank nodes). */
export type PoisonRefusal = { readonly type: 'poison-graph'; readonly what: string };

/** Canonical N-Quads of a dataset (RDFC-1.0 with SHA-256), giving up when the work grows faster than the square of its blank nodes. */
export const canonicalize = async (quads: readonly Quad[]): Promise<Result<string, PoisonRefusal>> => {
  try {
    return ok(await rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor: 2 }));
  } catch (error) {
    return err({ type: 'poison-graph', what: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
};
