import * as v from 'valibot';
import { PictureName } from './draw.ts';
import { StructureId } from './ids.ts';

/** Two people may have chosen the same figure: a mark of its own shape and colour, with a name anyone can say, tells them apart. */
export const MARK_NAMES = ['leaf', 'drop', 'diamond', 'cup', 'hat', 'bridge', 'cloud'] as const;
export const Mark = v.picklist(MARK_NAMES);
export type Mark = v.InferOutput<typeof Mark>;

/** How somebody is greeted and recognised. */
export const Face = v.object({ firstName: v.pipe(v.string(), v.minLength(1), v.maxLength(30)), figure: PictureName, mark: Mark });
export type Face = v.InferOutput<typeof Face>;

/** A person: the least that lets her be greeted. No surname, no birth date, no number, no address. */
export const Person = v.object({
  ...Face.entries,
  structure: StructureId,
  /** Her stable decentralised identifier, the subject of her credentials. */
  did: v.pipe(v.string(), v.regex(/^did:web:[A-Za-z0-9.%:_-]+$/)),
});
export type Person = v.InferOutput<typeof Person>;
