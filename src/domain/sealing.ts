import * as v from 'valibot';
import { type BadgeId, Instant, PersonId, StructureId, scopeOf } from './ids.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A badge's own place in its issuer's status list, allotted once and never reused. */
export const StatusIndex = count;

/** What must still be signed: written with the badge in one transaction, removed with its sealing. Id = the badge's. */
export const SealingJob = v.object({
  person: PersonId,
  structure: StructureId,
  statusIndex: StatusIndex,
  at: Instant,
});
export type SealingJob = v.InferOutput<typeof SealingJob>;

/** How many places of a structure's status list are taken. */
export const StatusCounter = v.object({ next: count, key: v.string() });
export type StatusCounter = v.InferOutput<typeof StatusCounter>;

/** What a rule needs where it may give a badge of this structure, so that the server can allot its place; phones hold none of it. */
export const counterOf = (structure: StructureId) => ({ scope: scopeOf('l', structure), kind: 'counter', id: structure }) as const;

/** Where it is told whose badge has this id: a rule that makes one looks there, so that nobody takes the id of somebody else's. Phones hold none of it. */
export const pageOf = (badge: BadgeId) => ({ scope: scopeOf('b', badge), kind: 'page', id: badge }) as const;

/** Whose page a badge's public address is. Whether it may be opened stands in the badge itself. */
export const Page = v.object({ person: PersonId });
export type Page = v.InferOutput<typeof Page>;
