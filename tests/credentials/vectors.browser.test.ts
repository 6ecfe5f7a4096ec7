/// <reference types="vite/client" />
import { proveCanonicalVectors, proveIssuing, proveOpenBadgeVectors, proveSignatureVectors } from './prove-vectors.ts';

// The same vectors and expectations as in Node, in the browser people have.
const files = import.meta.glob<string>('../vectors/**/*.*', { query: '?raw', import: 'default' });
const read = (path: string): Promise<string> => {
  const load = files[`../vectors/${path}`];
  if (load === undefined) throw new Error(`no vector ${path}`);
  return load();
};

await proveSignatureVectors(read);
await proveCanonicalVectors(read);
await proveOpenBadgeVectors(read);
proveIssuing();
