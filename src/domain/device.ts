import * as v from 'valibot';
import { DeviceId, Instant, PersonId, StructureId } from './ids.ts';

/** Who acts: rights are decided on this and on nothing else. */
export const Actor = v.variant('role', [
  v.object({ role: v.literal('person'), person: PersonId }),
  v.object({ role: v.literal('organiser'), structure: StructureId }),
]);
export type Actor = v.InferOutput<typeof Actor>;

/** An enrolled device, its place in its own sequence of actions, and the head of its hash chain. */
export const Device = v.object({
  actor: Actor,
  enrolledAt: Instant,
  revoked: v.boolean(),
  /** The last action number judged (0 = none yet); a refused action counts. */
  last: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Chain hash after `last`, base64url; empty before the first action. */
  head: v.string(),
});
export type Device = v.InferOutput<typeof Device>;

/** A printed card: possession of its 128-bit secret, then four pictures. The scope is the hash of the secret. */
export const Card = v.object({
  person: PersonId,
  state: v.picklist(['active', 'void']),
  /** Slow hash of the four pictures (base64url), absent until they are chosen. */
  code: v.optional(v.object({ salt: v.string(), hash: v.string() })),
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Card = v.InferOutput<typeof Card>;

/** One device of a person or of a structure's staff, told in its owner's own scope: her DID document lists it, she can see and end it. */
export const DeviceKey = v.object({ enrolledAt: Instant });
export type DeviceKey = v.InferOutput<typeof DeviceKey>;

/** An invitation that enrols one organiser's device of a structure; `lasting` ones (demonstration only) enrol any number. */
export const Invitation = v.object({
  structure: StructureId,
  state: v.picklist(['active', 'void']),
  expires: v.optional(Instant),
  usedBy: v.optional(DeviceId),
  lasting: v.optional(v.boolean()),
});
export type Invitation = v.InferOutput<typeof Invitation>;
