import * as v from 'valibot';
import { Draw, LocalText } from './draw.ts';
import { MouldId, RoadId } from './ids.ts';

const MOULD_KINDS = ['transversal', 'trade', 'event', 'intention', 'training', 'own', 'collective', 'key', 'welcome'] as const;

/** Where a mould stands in a public framework (ROME, ESCO). */
const Alignment = v.object({ framework: v.string(), code: v.string(), name: v.string(), url: v.pipe(v.string(), v.url()) });

/** A badge class (Open Badges `Achievement`), as data of the catalogue. */
export const Mould = v.object({
  kind: v.picklist(MOULD_KINDS),
  draw: Draw,
  title: LocalText,
  /** What the person can say once she holds it, first person, one sentence. */
  criteria: LocalText,
  /** What must not be photographed when showing it. */
  notToShow: v.optional(LocalText),
  /** Levels of the badge: 0 = none, 3 = je découvre · je fais · je montre aux autres. */
  levels: v.picklist([0, 3]),
  road: v.optional(RoadId),
  alignments: v.array(Alignment),
});
export type Mould = v.InferOutput<typeof Mould>;

/** k of n moulds lead to a key badge; never all of n. */
export const Road = v.object({
  title: LocalText,
  hue: Draw.entries.hue,
  key: MouldId,
  moulds: v.pipe(v.array(MouldId), v.minLength(3), v.maxLength(8)),
  needed: v.pipe(v.number(), v.integer(), v.minValue(2)),
});
export type Road = v.InferOutput<typeof Road>;
