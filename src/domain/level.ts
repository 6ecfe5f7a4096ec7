import * as v from 'valibot';

/** The three rings of a badge: je découvre · je fais · je montre aux autres. */
export const Level = v.picklist([1, 2, 3]);
export type Level = v.InferOutput<typeof Level>;

/** The four scenes of *Comment faites-vous ?*: someone shows me · four hands · without help · I show two adults. */
export const HOW_SCENES = ['shown', 'together', 'alone', 'showing'] as const;

const PROPOSED: { readonly [scene in (typeof HOW_SCENES)[number]]: Level } = { shown: 1, together: 1, alone: 2, showing: 3 };

/** The level a scene proposes; whoever gives the badge decides. Null for anything that is no scene. */
export const levelOfScene = (scene: string | undefined): Level | null =>
  HOW_SCENES.flatMap((one) => (one === scene ? PROPOSED[one] : []))[0] ?? null;
