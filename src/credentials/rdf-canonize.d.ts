// rdf-canonize ships no types.
declare module 'rdf-canonize' {
  import type { Quad } from './quad.ts';
  export function canonize(
    dataset: readonly Quad[],
    options: { readonly algorithm: 'RDFC-1.0'; readonly maxWorkFactor?: number },
  ): Promise<string>;
  const canonizer: { readonly canonize: typeof canonize };
  export default canonizer;
}
