import * as v from 'valibot';
import { Draw, LocalText } from './draw.ts';
import { MouldId, RoadId } from './ids.ts';

const MOULD_KINDS = ['transversal', 'trade', 'event', 'intention', 'training', 'own', 'collective', 'key', 'welcome'] as const;

/** Where a mould stands in a public framework (ROME, ESCO). */
const Alignment = v.object({ framework: v.string(), code: v.string(), name: v.string(), url: v.pipe(v.string(), v.url()) });

/** Who says yes: somebody of the staff · she herself · a witness · being at the event · the badges of its road. */
const GIVERS = ['staff', 'herself', 'witness', 'event', 'road'] as const;
type Giver = (typeof GIVERS)[number];

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
  /** Who gives it, where its kind does not say so. */
  giver: v.optional(v.picklist(GIVERS)),
  alignments: v.array(Alignment),
});
export type Mould = v.InferOutput<typeof Mould>;

const BY_KIND: { readonly [kind in Mould['kind']]: Giver } = {
  transversal: 'staff',
  trade: 'staff',
  event: 'event',
  intention: 'herself',
  training: 'staff',
  own: 'witness',
  collective: 'staff',
  key: 'road',
  welcome: 'staff',
};

/** Who gives the badges of this mould. */
export const giverOf = ({ kind, giver }: Mould): Giver => giver ?? BY_KIND[kind];

/** k of n moulds lead to a key badge; never all of n. */
export const Road = v.object({
  title: LocalText,
  hue: Draw.entries.hue,
  key: MouldId,
  moulds: v.pipe(v.array(MouldId), v.minLength(3), v.maxLength(8)),
  needed: v.pipe(v.number(), v.integer(), v.minValue(2)),
  /** Its place among the roads of the catalogue. */
  place: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type Road = v.InferOutput<typeof Road>;

/** How far somebody is on a road: so many of its badges held, so many still to win for the key badge. */
export const roadStanding = ({ moulds, needed }: Road, held: ReadonlySet<string>): { readonly held: number; readonly left: number } => {
  const count = moulds.filter((mould) => held.has(mould)).length;
  return { held: count, left: Math.max(0, needed - count) };
};
