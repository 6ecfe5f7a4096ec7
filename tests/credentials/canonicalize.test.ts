import rdfCanonize from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '#credentials/canonicalize';
import { isObject } from '#credentials/json';
import { RDF } from '#credentials/quad';
import { vectorJson, vectorText } from './vector-files.ts';

const parse = (text: string) => rdfCanonize.NQuads.parse(text);

const entries = vectorJson('rdf-canon/manifest.jsonld')['entries'];
const tests = (Array.isArray(entries) ? entries : [])
  .filter(isObject)
  .map((entry) => ({ name: String(entry['name']), type: String(entry['type']), action: String(entry['action']), result: String(entry['result']), hash: entry['hashAlgorithm'] }))
  .filter(({ hash }) => hash === undefined || hash === 'SHA256');

describe('the RDFC-1.0 vectors of the W3C', () => {
  const evaluations = tests.filter(({ type }) => type === 'rdfc:RDFC10EvalTest');

  it.each(evaluations)('$action ($name)', async ({ action, result }) => {
    const text = await canonicalize(parse(vectorText(`rdf-canon/${action}`)));
    expect(text).toEqual({ ok: true, value: vectorText(`rdf-canon/${result}`) });
  });

  it('are all there', () => {
    expect(evaluations.length).toBeGreaterThan(60);
  });

  it.each(tests.filter(({ type }) => type === 'rdfc:RDFC10NegativeEvalTest'))('gives up on the poison graph $action', async ({ action }) => {
    expect(await canonicalize(parse(vectorText(`rdf-canon/${action}`)))).toMatchObject({ ok: false, error: { type: 'poison-graph' } });
  });
});

it('a graph of blank nodes nobody can tell apart is given up soon', async () => {
  const blank = (value: number) => ({ termType: 'BlankNode', value: `b${value}` }) as const;
  const clique = Array.from({ length: 60 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: 60 }, (_, j) => j).filter((j) => j !== i).map((j) => ({
      subject: blank(i), predicate: { termType: 'NamedNode', value: RDF.first } as const, object: blank(j), graph: { termType: 'DefaultGraph', value: '' } as const,
    })),
  );
  const start = performance.now();
  expect((await canonicalize(clique)).ok).toBe(false);
  expect(performance.now() - start).toBeLessThan(2000);
});
