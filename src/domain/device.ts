import * as v from 'valibot';
import { DeviceId, Instant, PersonId, StaffId, StructureId, WitnessId } from './ids.ts';

/** Who acts: rights are decided on this and on nothing else. */
export const Actor = v.variant('role', [
  v.object({ role: v.literal('person'), person: PersonId }),
  v.object({ role: v.literal('organiser'), structure: StructureId }),
  /** Somebody of the staff who goes with people; may do all an organiser may. */
  v.object({ role: v.literal('advisor'), structure: StructureId, staff: StaffId }),
  /** Somebody without an account who was asked one thing by one person. */
  v.object({ role: v.literal('witness'), structure: StructureId, person: PersonId, witness: WitnessId }),
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
  /** Of a device that goes on under this key after its chain had forked: the first of its family, and the one it was. */
  family: v.optional(v.object({ root: DeviceId, of: DeviceId })),
  /** On the first of a family: all that came out of it. */
  heirs: v.optional(v.array(DeviceId)),
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

/** The record's id inside the scope of a secret: a scope holds one card or one invitation. */
export const SECRET_ID = 'it';

/** An invitation that enrols one device: an organiser's, or whose `to` says; `lasting` ones (demonstration only) enrol any number. */
export const Invitation = v.object({
  structure: StructureId,
  to: v.optional(
    v.variant('role', [
      v.object({ role: v.literal('advisor'), staff: StaffId }),
      v.object({ role: v.literal('witness'), person: PersonId, witness: WitnessId }),
    ]),
  ),
  state: v.picklist(['active', 'void']),
  expires: v.optional(Instant),
  usedBy: v.optional(DeviceId),
  lasting: v.optional(v.boolean()),
});
export type Invitation = v.InferOutput<typeof Invitation>;

/** Whom an invitation makes of the device that uses it. */
export const invitedBy = ({ structure, to }: Invitation): Actor => (to ? { ...to, structure } : { role: 'organiser', structure });
