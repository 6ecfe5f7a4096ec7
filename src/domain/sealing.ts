import * as v from 'valibot';
import { Instant, PersonId, StructureId } from './ids.ts';

/** What must still be signed: written with the badge in one transaction, removed with its sealing. Id = the badge's. */
export const SealingJob = v.object({
  person: PersonId,
  structure: StructureId,
  /** The badge's own place in its issuer's status list, allotted once and never reused. */
  statusIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at: Instant,
});
export type SealingJob = v.InferOutput<typeof SealingJob>;

/** How many places of a structure's status list are taken. */
export const StatusCounter = v.object({ next: v.pipe(v.number(), v.integer(), v.minValue(0)), key: v.string() });
export type StatusCounter = v.InferOutput<typeof StatusCounter>;

/** Whose page a badge's public address is. Whether it may be opened stands in the badge itself. */
export const Page = v.object({ person: PersonId });
export type Page = v.InferOutput<typeof Page>;
