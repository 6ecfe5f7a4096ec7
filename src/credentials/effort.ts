/**
 * What checking one credential may cost, with all it carries: what the parts that came before have spent is gone, so that a hostile one
 * cannot be had many times over. Each document spends what it takes and leaves the rest.
 */
export interface Effort {
  /** Statements read. */
  quads: number;
  /** Hashes of blank nodes that look alike, and orders tried of their neighbours. */
  hashes: number;
  /** Steps into such neighbours. */
  steps: number;
  /** Signatures of single statements (ecdsa-sd-2023). */
  signatures: number;
}

/**
 * The whole of it, less than a tenth of a second on a slow computer. Quads: three times what one document may hold, since a credential in
 * a credential in a credential is read three times. Hashes and steps: twice what the hardest graphs of the W3C's own tests take.
 */
export const fullEffort = (): Effort => ({ quads: 30_000, hashes: 10_000, steps: 1000, signatures: 500 });
