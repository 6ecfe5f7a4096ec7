// Peers that ship no types; these are the doors tests and benches use.
declare module 'rdf-canonize' {
  const rdfCanonize: {
    readonly NQuads: { readonly parse: (text: string) => import('#credentials/quad').Quad[] };
    readonly canonize: (quads: readonly unknown[], options: Readonly<Record<string, unknown>>) => Promise<string>;
  };
  export default rdfCanonize;
}

declare module '@digitalbazaar/vc' {
  type Json = import('#credentials/json').JsonObject;
  export const verifyCredential: (options: Readonly<Record<string, unknown>>) => Promise<{ readonly verified: boolean }>;
  export const issue: (options: Readonly<Record<string, unknown>>) => Promise<Json>;
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: { new (options: Readonly<Record<string, unknown>>): object };
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
