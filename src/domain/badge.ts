import * as v from 'valibot';
import { Draw } from './draw.ts';
import { EventId, Instant, MouldId, StructureId } from './ids.ts';

const shared = {
  mould: MouldId,
  draw: Draw,
  event: v.optional(EventId),
  /** Who stands behind it. */
  structure: StructureId,
  /** When it was claimed or given, by the clock that judged last. */
  at: Instant,
  /** Nothing is public by default: `me` only I see it, `world` its page may be opened by anyone who has the address. */
  shown: v.picklist(['me', 'world']),
  level: v.optional(v.picklist([1, 2, 3])),
};

/** A badge somebody holds. `claimed`: ribbon open, no signed credential yet; `sealed`: its credential exists. */
export const Badge = v.variant('step', [
  v.object({ step: v.literal('claimed'), ...shared }),
  v.object({ step: v.literal('sealed'), sealedAt: Instant, ...shared }),
]);
export type Badge = v.InferOutput<typeof Badge>;

/** The signed Open Badges 3.0 credential of a badge, under the badge's id. */
export const HeldCredential = v.object({ credential: v.record(v.string(), v.unknown()) });
export type HeldCredential = v.InferOutput<typeof HeldCredential>;
