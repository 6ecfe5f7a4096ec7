import { proveCanonicalVectors, proveIssuing, proveOpenBadgeVectors, proveSignatureVectors } from './prove-vectors.ts';

// The same vectors and expectations as in Node, in the browser people have.
const read = async (path: string): Promise<string> => {
  const file: { readonly default: string } = await import(/* @vite-ignore */ `../vectors/${path}?raw`);
  return file.default;
};

await proveSignatureVectors(read);
await proveCanonicalVectors(read);
await proveOpenBadgeVectors(read);
proveIssuing();
