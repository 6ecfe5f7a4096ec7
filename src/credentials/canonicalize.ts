import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { Effort } from './effort.ts';
import { fullEffort } from './effort.ts';
import { compare, inOrder } from './in-order.ts';
import { nameBlankNodes } from './name-blank-nodes.ts';
import type { Quad } from './quad.ts';
import { isBlank } from './quad.ts';

/** The graph is built to keep a canonicaliser busy for ever (many blank nodes that look alike). */
export type PoisonRefusal = { readonly type: 'poison-graph'; readonly what: string };

/** Canonical N-Quads of a dataset without repeated quads (RDFC-1.0 with SHA-256). Takes what it costs off `effort`. */
export const canonicalize = (quads: readonly Quad[], effort: Effort = fullEffort()): Result<string, PoisonRefusal> => {
  const names = nameBlankNodes(quads, effort);
  return names === null ? err({ type: 'poison-graph', what: 'too much work' }) : ok(writeSorted(quads, names));
};

// Lines sort by subject first, then by predicate: few texts have to be compared, and none built for it.
const writeSorted = (quads: readonly Quad[], names: ReadonlyMap<string, string>): string => {
  const label = (term: string): string => (isBlank(term) ? (names.get(term) ?? '') : term);
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    const known = bySubject.get(quad.subject);
    if (known === undefined) bySubject.set(quad.subject, [quad]);
    else known.push(quad);
  }
  const order = (a: Quad, b: Quad): number =>
    compare(a.predicate, b.predicate) || compare(label(a.object), label(b.object)) || compare(label(a.graph), label(b.graph));
  // Piece by piece: lines made first and then put together are one more text each to sweep up.
  let text = '';
  for (const subject of [...bySubject.keys()].sort((a, b) => compare(label(a), label(b)))) {
    const start = `${label(subject)} `;
    for (const { predicate, object, graph } of inOrder(bySubject.get(subject) ?? [], order)) {
      text += start;
      text += predicate;
      text += ' ';
      text += label(object);
      text += graph === '' ? ' .\n' : ` ${label(graph)} .\n`;
    }
  }
  return text;
};
