import * as v from 'valibot';
import { Instant, MediaId } from './ids.ts';
import { With } from './reflection.ts';

const VIDEO_MS = 30_000;
const VOICE_MS = 60_000;
const length = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/** Something said: its sound by its bytes, and how long it lasts. */
export const Voice = v.object({ media: MediaId, ms: length(VOICE_MS) });
export type Voice = v.InferOutput<typeof Voice>;

/** Nobody can be seen · what could be seen was blurred · everyone who can be seen agreed. */
const Faces = v.picklist(['none', 'blurred', 'agreed']);

/** What somebody shows: the bytes it is made of, never the bytes themselves. */
export const Shown = v.variant('kind', [
  v.object({ kind: v.literal('photo'), media: MediaId, faces: Faces }),
  v.object({ kind: v.literal('video'), media: MediaId, ms: length(VIDEO_MS), faces: Faces }),
  v.object({ kind: v.literal('voice'), ...Voice.entries }),
  v.object({ kind: v.literal('attestation'), media: MediaId }),
]);
export type Shown = v.InferOutput<typeof Shown>;

/** Who may see it: only I · the people who go with me in my structure · whoever may open the badge's page. */
export const SeenBy = v.picklist(['me', 'structure', 'world']);
export type SeenBy = v.InferOutput<typeof SeenBy>;

/**
 * One thing somebody keeps to show. It stands in her own scope (`q:`); while her structure may see it, a copy stands beside her badges
 * (`p:`), and goes when she takes it back.
 */
export const Evidence = v.object({ shown: Shown, at: Instant, with: With, seenBy: SeenBy });
export type Evidence = v.InferOutput<typeof Evidence>;
