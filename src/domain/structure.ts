import * as v from 'valibot';
import { Instant, PersonId } from './ids.ts';

/** An organisation: SIAE, training body, company or network. */
export const Structure = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  kind: v.picklist(['network', 'siae', 'training', 'company', 'partner']),
  city: v.optional(v.pipe(v.string(), v.maxLength(60))),
});
export type Structure = v.InferOutput<typeof Structure>;

/** A person a structure goes with, told in the structure's own scope, under the person's id, so that its staff find her. */
export const Member = v.object({ person: PersonId });
export type Member = v.InferOutput<typeof Member>;

/** What every phone keeps of an issuer so that it can check its badges with no network; `asOf` dates the copy. */
export const Issuer = v.object({
  did: v.string(),
  name: v.string(),
  document: v.record(v.string(), v.unknown()),
  statusList: v.record(v.string(), v.unknown()),
  asOf: Instant,
});
export type Issuer = v.InferOutput<typeof Issuer>;
