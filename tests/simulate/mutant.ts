/** A bug planted on purpose: in that file, this text becomes that one. The simulator has to find it. */
export interface Mutant {
  readonly name: string;
  /** Under src/. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}
