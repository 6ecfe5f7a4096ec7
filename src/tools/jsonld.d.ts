// jsonld ships no types; these are the two doors our tools and tests use.
declare module 'jsonld' {
  const jsonld: {
    readonly processContext: (active: unknown, local: unknown, options: Readonly<Record<string, unknown>>) => Promise<unknown>;
    readonly toRDF: (document: unknown, options: Readonly<Record<string, unknown>>) => Promise<readonly never[]>;
  };
  export default jsonld;
}
