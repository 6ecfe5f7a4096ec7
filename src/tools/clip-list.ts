import { createHash } from 'node:crypto';

/** One sound file: which text it says, whether a person said it, and how long it lasts. */
export interface Clip {
  /** `textHash` of the text it says. */
  readonly of: string;
  readonly by: 'rendered' | 'recorded';
  readonly ms: number;
  /** The roads it comes with; without any it comes with its language. */
  readonly roads?: readonly string[];
}

/** The clips of one language by sound key, as kept in `public/voice/<locale>/clips.json`. */
export type ClipList = ReadonlyMap<string, Clip>;

/** Longest a clip may last (ux.md rule 12). */
export const LONGEST_MS = 8000;

/** Short name of a text: a clip that says another text is stale. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

const isClip = (value: unknown): value is Clip => {
  const { of, by, ms } = value as Partial<Record<keyof Clip, unknown>>;
  return typeof of === 'string' && (by === 'rendered' || by === 'recorded') && typeof ms === 'number';
};

/** Reads `clips.json`; throws on one that was edited into something else, since writing it again would lose who recorded what. */
export const parseClipList = (json: string): ClipList => {
  const entries = Object.entries(JSON.parse(json) as Record<string, unknown>).map(([key, value]): [string, Clip] => {
    if (!isClip(value)) throw new Error(`clips.json: ${key} is not a clip`);
    return [key, value];
  });
  return new Map(entries);
};

/** `clips.json` with one clip a line, in order of key: a changed text is one changed line. */
export const printClipList = (clips: ClipList): string => {
  const lines = [...clips].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, clip]) => `  ${JSON.stringify(key)}: ${JSON.stringify(clip)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
};

/** Keys whose clip must be rendered (again): none yet, or it says an older text. What a person recorded is never among them. */
export const clipsToRender = (texts: ReadonlyMap<string, string>, clips: ClipList, hasFile: (key: string) => boolean): readonly string[] =>
  [...texts].flatMap(([key, text]) => {
    const clip = clips.get(key);
    if (clip?.by === 'recorded') return [];
    return clip?.of === textHash(text) && hasFile(key) ? [] : [key];
  });

/** Rendered clips of texts that are no more. Recordings are left alone: a text may come back, the person who spoke may not. */
export const clipsToDrop = (texts: ReadonlyMap<string, string>, clips: ClipList): readonly string[] =>
  [...clips].filter(([key, { by }]) => by === 'rendered' && !texts.has(key)).map(([key]) => key);

const problemOf = (text: string, clip: Clip | undefined, ms: number | undefined): string | undefined => {
  if (!clip || ms === undefined) return 'missing';
  if (clip.of !== textHash(text)) return clip.by === 'recorded' ? 'stale: recorded for another text, record it again' : 'stale';
  return ms > LONGEST_MS ? `too long: ${ms} ms` : undefined;
};

/** What is wrong with the clips of a language, one line a key. `lengthOf`: milliseconds of the file itself, undefined without one. */
export const clipProblems = (
  texts: ReadonlyMap<string, string>,
  clips: ClipList,
  lengthOf: (key: string) => number | undefined,
): readonly string[] =>
  [
    ...[...texts].map(([key, text]) => [key, problemOf(text, clips.get(key), lengthOf(key))]),
    ...clipsToDrop(texts, clips).map((key) => [key, 'says a text that is no more']),
  ].flatMap(([key, problem]) => (problem === undefined ? [] : [`${key}: ${problem}`]));
