import * as v from 'valibot';
import { Draw, PictureName } from './draw.ts';
import { StructureId } from './ids.ts';

/** Two people may have chosen the same figure: colour and shape tell them apart. */
export const Mark = v.object({ shape: v.picklist(['circle', 'square', 'triangle', 'diamond']), hue: Draw.entries.hue });
export type Mark = v.InferOutput<typeof Mark>;

/** A person: the least that lets her be greeted. No surname, no birth date, no number, no address. */
export const Person = v.object({
  firstName: v.pipe(v.string(), v.minLength(1), v.maxLength(30)),
  figure: PictureName,
  mark: Mark,
  structure: StructureId,
  /** Her stable decentralised identifier, the subject of her credentials. */
  did: v.pipe(v.string(), v.regex(/^did:web:[A-Za-z0-9.%:_-]+$/)),
});
export type Person = v.InferOutput<typeof Person>;
