// Peers that ship no types; these are the doors tests and benches use.
declare module 'rdf-canonize' {
  const rdfCanonize: {
    readonly NQuads: { readonly parse: (text: string) => readonly unknown[]; readonly serialize: (quads: readonly unknown[]) => string };
    readonly canonize: (quads: string | readonly unknown[], options: Readonly<Record<string, unknown>>) => Promise<string>;
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

declare module '@digitalcredentials/vc' {
  export const verifyCredential: (options: Readonly<Record<string, unknown>>) => Promise<{ readonly verified: boolean }>;
}

declare module '@digitalcredentials/data-integrity' {
  export const DataIntegrityProof: { new (options: Readonly<Record<string, unknown>>): object };
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
