import * as v from 'valibot';
import { BadgeId, EvidenceId, Instant, MouldId, ReflectionId, StructureId } from './ids.ts';
import { Level } from './level.ts';
import { Answers } from './reflection.ts';
import { SaidBy } from './staff.ts';

const shared = {
  mould: MouldId,
  /** Whom it is sent to. */
  structure: StructureId,
  reflection: ReflectionId,
  /** The answers as they were sent, without what only she sees. */
  answers: Answers,
  evidence: v.array(EvidenceId),
  /** What her answer to *how* proposes. */
  level: Level,
  at: Instant,
  /** The ids of the badge it will become, and of the key badge that may come with it: chosen by her device, so that nothing is given twice. */
  badge: BadgeId,
  key: BadgeId,
};

/** A badge asked for. `continue` and `talk` come with a voice; nothing is ever lost or turned down. Without `by` it gave itself (its mould says so). */
export const Request = v.variant('step', [
  v.object({ step: v.literal('sent'), ...shared }),
  v.object({ step: v.literal('looking'), by: SaidBy, ...shared }),
  v.object({ step: v.literal('talk'), by: SaidBy, ...shared }),
  v.object({ step: v.literal('continue'), by: SaidBy, ...shared }),
  v.object({ step: v.literal('given'), by: v.optional(SaidBy), ...shared }),
  v.object({ step: v.literal('taken-back'), ...shared }),
]);
export type Request = v.InferOutput<typeof Request>;

/** Does it still wait for a yes, or for her to go on? */
export const isWaiting = ({ step }: Request): boolean => step === 'sent' || step === 'looking' || step === 'talk';

/** What was sent, without how it stands. */
export const sentPart = ({ mould, structure, reflection, answers, evidence, level, at, badge, key }: Request) => ({
  mould,
  structure,
  reflection,
  answers,
  evidence,
  level,
  at,
  badge,
  key,
});
