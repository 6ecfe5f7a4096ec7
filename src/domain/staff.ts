import * as v from 'valibot';
import { Voice } from './evidence.ts';
import { Instant, StaffId } from './ids.ts';
import { Face } from './person.ts';

/** Somebody of a structure's staff, as people see them. */
export const Staff = v.object({ face: Face });
export type Staff = v.InferOutput<typeof Staff>;

/** Who of the staff said something, and when; with the voice that said it, if there is one. */
export const SaidBy = v.object({ staff: StaffId, face: Face, at: Instant, voice: v.optional(Voice) });
export type SaidBy = v.InferOutput<typeof SaidBy>;
