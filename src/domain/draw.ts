import * as v from 'valibot';

/** The outline says the kind of badge (grammar: design/visual.md). */
export const SHAPES = ['hexagon', 'shield', 'rosette', 'circle', 'octagon', 'flower'] as const;
/** One hue per road; a hue need not be unique to a road. */
export const HUES = ['indigo', 'teal', 'green', 'gold', 'terra', 'plum', 'night'] as const;

/** Name of a picture file. */
export const PictureName = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(64));

/** Everything needed to draw and name a badge on a device that never heard of its mould. Title: what stands under the badge. */
export const Draw = v.object({
  shape: v.picklist(SHAPES),
  hue: v.picklist(HUES),
  picture: PictureName,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
});
export type Draw = v.InferOutput<typeof Draw>;

/** A text in several languages; French is the reference and always there. */
export const LocalText = v.objectWithRest({ fr: v.pipe(v.string(), v.minLength(1)) }, v.string());
export type LocalText = v.InferOutput<typeof LocalText>;

/** The text in `locale`, or in French. */
export const inLocale = (text: LocalText, locale: string): string => text[locale] ?? text.fr;
