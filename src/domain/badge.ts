import * as v from 'valibot';
import { Draw } from './draw.ts';
import { Voice } from './evidence.ts';
import { EventId, Instant, MouldId, RequestId, StructureId } from './ids.ts';
import { Level } from './level.ts';
import { StatusIndex } from './sealing.ts';
import { SaidBy } from './staff.ts';

/** How a badge came that was not taken at an event: somebody gave it, it gave itself, a witness saw it, its road was walked. */
const From = v.variant('how', [
  v.object({ how: v.literal('staff'), by: SaidBy, request: v.optional(RequestId) }),
  v.object({ how: v.literal('herself'), request: RequestId }),
  v.object({ how: v.literal('witness'), request: RequestId }),
  v.object({ how: v.literal('road') }),
]);
export type From = v.InferOutput<typeof From>;

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
  level: v.optional(Level),
  from: v.optional(From),
  /** When she took it in her hands; until then it is announced. With her thanks, if she said any. */
  received: v.optional(Instant),
  thanks: v.optional(Voice),
};

/**
 * A badge somebody holds. `claimed`: taken or given, ribbon open, no signed credential yet (or none yet of its new level); `sealed`: its
 * credential exists, at this place of the issuer's status list.
 */
export const Badge = v.variant('step', [
  v.object({ step: v.literal('claimed'), ...shared }),
  v.object({ step: v.literal('sealed'), sealedAt: Instant, statusIndex: v.optional(StatusIndex), ...shared }),
]);
export type Badge = v.InferOutput<typeof Badge>;

/** The signed Open Badges 3.0 credential of a badge, under the badge's id. */
export const HeldCredential = v.object({ credential: v.record(v.string(), v.unknown()) });
export type HeldCredential = v.InferOutput<typeof HeldCredential>;
