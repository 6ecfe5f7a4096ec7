import { CLIENT_MUTANTS } from './client-mutants.ts';
import type { Mutant } from './mutant.ts';
import { SERVER_MUTANTS } from './server-mutants.ts';

/** Every planted bug. One that escapes is a fault of the simulator. */
export const MUTANTS: readonly Mutant[] = [...CLIENT_MUTANTS, ...SERVER_MUTANTS];
