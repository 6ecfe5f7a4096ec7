import rdfCanonize from 'rdf-canonize';
import { expect, it } from 'vitest';
import { writeLine } from '#credentials/n-quads';
import { parseNQuads } from './parse-n-quads.ts';
import { proveCanonicalVectors, proveIssuing, proveOpenBadgeVectors, proveSignatureVectors } from './prove-vectors.ts';
import { vectorFiles, vectorText } from './vector-files.ts';

const read = async (path: string): Promise<string> => vectorText(path);

await proveSignatureVectors(read);
await proveCanonicalVectors(read);
await proveOpenBadgeVectors(read);
proveIssuing();

it('the reader of N-Quads the vectors go through finds what rdf-canonize finds', () => {
  const files = vectorFiles('rdf-canon/rdfc10', /\.nq$/);
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const text = vectorText(file);
    const lines = parseNQuads(text).map((quad) => writeLine(quad, (term) => term));
    expect(lines.sort().join(''), file).toBe(rdfCanonize.NQuads.serialize(rdfCanonize.NQuads.parse(text)));
  }
});
