import fc from 'fast-check';
import rdfCanonize from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '#credentials/canonicalize';
import type { Quad } from '#credentials/quad';
import { DEFAULT_GRAPH, literal, namedNode, quadKey, RDF } from '#credentials/quad';

const blank = (value: number) => ({ termType: 'BlankNode', value: `b${value}` }) as const;
const link = (from: number, to: number): Quad => ({
  subject: blank(from),
  predicate: { termType: 'NamedNode', value: RDF.first },
  object: blank(to),
  graph: { termType: 'DefaultGraph', value: '' },
});
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

describe('random graphs', () => {
  const node = fc.oneof(
    { weight: 4, arbitrary: fc.nat(5).map(blank) },
    { weight: 1, arbitrary: fc.constantFrom('urn:a', 'urn:b c').map(namedNode) },
  );
  const object = fc.oneof(
    { weight: 4, arbitrary: node },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('', 'é"\n\u0007\\', 'x'), fc.constantFrom(RDF.string, RDF.integer))
        .map(([text, type]) => literal(text, type)),
    },
    { weight: 1, arbitrary: fc.constant(literal('x', RDF.langString, {}, 'fr')) },
  );
  const quad: fc.Arbitrary<Quad> = fc.record({
    subject: node,
    predicate: fc.constantFrom('urn:p', 'urn:q').map(namedNode),
    object,
    graph: fc.oneof({ weight: 3, arbitrary: fc.constant(DEFAULT_GRAPH) }, { weight: 1, arbitrary: node }),
  });
  const graph = fc.uniqueArray(quad, { selector: quadKey, maxLength: 14 });

  it('have the canonical form rdf-canonize gives them', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (quads) => {
        const expected = await rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor: 5 });
        expect(canonicalize(quads)).toEqual({ ok: true, value: expected });
      }),
      { numRuns: 1000 },
    );
  });

  it('have the same form whatever their order and names', () => {
    fc.assert(
      fc.property(graph, fc.nat(), (quads, shift) => {
        const renamed = (term: Quad['graph'] | Quad['object']) =>
          term.termType === 'BlankNode' ? { ...term, value: `n${(term.value.charCodeAt(1) * 7 + shift) % 31}` } : term;
        const other = quads
          .map((item) => ({ ...item, subject: renamed(item.subject), object: renamed(item.object), graph: renamed(item.graph) }) as Quad)
          .reverse();
        expect(canonicalize(other)).toEqual(canonicalize(quads));
      }),
      { numRuns: 300 },
    );
  });
});

describe('graphs of blank nodes nobody can tell apart', () => {
  it.each([
    [
      'everybody linked to everybody',
      upTo(90).flatMap((i) =>
        upTo(90)
          .filter((j) => j !== i)
          .map((j) => link(i, j)),
      ),
    ],
    ['a ring', upTo(5000).map((i) => link(i, (i + 1) % 5000))],
    ['two stars', upTo(24).map((i) => link(i % 2, i + 2))],
  ])('are given up soon: %s', async (_, quads) => {
    const start = performance.now();
    expect(canonicalize(quads).ok).toBe(false);
    // Some 100 ms on the machines at hand; the bound only has to tell it from hours.
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('are no trouble when their neighbours differ', async () => {
    expect(canonicalize(upTo(500).map((i) => link(0, i + 1))).ok).toBe(true);
  });
});
