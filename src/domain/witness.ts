import * as v from 'valibot';
import { PictureName } from './draw.ts';
import { Voice } from './evidence.ts';
import { BadgeId, Instant, MediaId, MouldId, ReflectionId, StructureId } from './ids.ts';

/** How somebody is asked: beside me on my device, by a code, by an address, by a printed slip. */
export const AskedBy = v.picklist(['here', 'qr', 'link', 'slip']);

/** Who saw it, as they say themselves: a first name, a figure or a face, a voice; none of it is needed. */
export const WhoSaw = v.object({
  firstName: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(30))),
  figure: v.optional(PictureName),
  face: v.optional(MediaId),
  voice: v.optional(Voice),
});
export type WhoSaw = v.InferOutput<typeof WhoSaw>;

const shared = {
  /** The time of thinking, or the badge, it is asked about. */
  about: v.union([ReflectionId, BadgeId]),
  mould: MouldId,
  structure: StructureId,
  by: AskedBy,
  at: Instant,
};

/** One question to one witness. `on`: whose device the answer was given on; only *theirs* is not known to be hers. */
export const Witness = v.variant('step', [
  v.object({ step: v.literal('asked'), ...shared }),
  v.object({ step: v.literal('seen'), ...shared, who: WhoSaw, on: v.picklist(['theirs', 'hers', 'staff']), seenAt: Instant }),
]);
export type Witness = v.InferOutput<typeof Witness>;
