import * as v from 'valibot';
import { LocalText, PictureName } from './draw.ts';
import { HOW_SCENES } from './level.ts';

/** At most so many choices stand on one screen. */
const MOST_CHOICES = 4;

/** One thing to choose: its picture, which also names its clip, and the word under it. */
const Option = v.object({ picture: PictureName, label: LocalText });
export type Option = v.InferOutput<typeof Option>;

const differ = (options: readonly Option[]): boolean => new Set(options.map(({ picture }) => picture)).size === options.length;
const Options = v.pipe(
  v.array(Option),
  v.minLength(2),
  v.maxLength(MOST_CHOICES),
  v.check((options) => differ(options), 'a choice stands there twice'),
);

// Without words of its own a question uses those of the common questionnaire at the same place.
const ask = v.optional(LocalText);
const plain = <const Kind extends string>(kind: Kind) => v.object({ kind: v.literal(kind), ask });

/** A question of some kind. To add a kind: its shape here, its line in RANGES. */
export const Question = v.variant('kind', [
  plain('help'),
  plain('freq'),
  /** `expected`: where safety knows a right answer; nothing is refused for another one, the giver sees it. */
  v.object({ kind: v.literal('pick1'), ask, options: Options, expected: v.optional(PictureName) }),
  v.object({ kind: v.literal('pickN'), ask, options: Options }),
  /** The steps as they are usually done; another order is an answer too. */
  v.object({ kind: v.literal('order'), ask, options: Options }),
  plain('yna'),
  plain('feel'),
  /** `pair`: before and after. */
  v.object({ kind: v.literal('photo'), ask, pair: v.optional(v.literal(true)) }),
  plain('video'),
  plain('voice'),
  plain('attestation'),
  plain('scan'),
  plain('gesture'),
  plain('witness'),
]);
export type Question = v.InferOutput<typeof Question>;
type Kind = Question['kind'];

/** What may be touched under a question, and how much of it. */
interface Range {
  /** The choices in the order shown; or what is made on the spot, and then named by its id, or by the text that was scanned. */
  readonly of: readonly string[] | 'evidence' | 'witness' | 'text';
  readonly least: number;
  readonly most: number;
  /** The order of touching is the answer. */
  readonly ordered?: true;
}

const one = (...of: readonly string[]): Range => ({ of, least: 1, most: 1 });
const made = (of: 'evidence' | 'witness' | 'text', most: number, least = 1): Range => ({ of, least, most });
const pictures = (options: readonly Option[]): readonly string[] => options.map(({ picture }) => picture);

const RANGES: { readonly [kind in Kind]: (question: Extract<Question, { kind: kind }>) => Range } = {
  help: () => one(...HOW_SCENES),
  freq: () => one('no-day', 'one-day', 'some-days', 'all-days'),
  pick1: ({ options }) => one(...pictures(options)),
  pickN: ({ options }) => ({ of: pictures(options), least: 1, most: options.length }),
  order: ({ options }) => ({ of: pictures(options), least: options.length, most: options.length, ordered: true }),
  yna: () => one('yes', 'with-help', 'not-yet'),
  feel: () => one('well', 'so-so', 'hard', 'unsaid'),
  photo: ({ pair }) => (pair ? made('evidence', 2, 2) : made('evidence', 3)),
  video: () => made('evidence', 1),
  voice: () => made('evidence', 1),
  attestation: () => made('evidence', 1),
  scan: () => made('text', 1),
  gesture: () => one('live'),
  witness: () => made('witness', 3),
};

/** The names of all kinds. */
export const KINDS = Object.keys(RANGES) as readonly Kind[];

/** What may be touched under this question. */
export const rangeOf = <Q extends Question>(question: Q): Range => (RANGES[question.kind] as (question: Q) => Range)(question);

/** Kinds whose answer is a thing that was kept: they show something, and take more than a tap. */
export const SHOWING_KINDS = ['photo', 'video', 'voice', 'attestation', 'scan', 'gesture', 'witness'] as const satisfies readonly Kind[];

/** Kinds whose answer only she ever sees. */
export const PRIVATE_KINDS = ['feel'] as const satisfies readonly Kind[];

/**
 * What is chosen after touching `what`: a second touch takes back, where only one may be chosen the last one wins, and a full list stays as
 * it is. Choices that were shown are kept in that order, unless the order is the answer. Touching what is not offered changes nothing.
 */
export const touched = (question: Question, chosen: readonly string[], what: string): readonly string[] => {
  const { of, most, ordered } = rangeOf(question);
  const offered = typeof of === 'string' ? null : of;
  if (offered && !offered.includes(what)) return chosen;
  if (chosen.includes(what)) return most === 1 && offered ? chosen : chosen.filter((one) => one !== what);
  if (most === 1) return [what];
  if (chosen.length >= most) return chosen;
  const all = [...chosen, what];
  return offered && !ordered ? offered.filter((one) => all.includes(one)) : all;
};

/** Is this enough of an answer to go on? */
export const isEnough = (question: Question, chosen: readonly string[]): boolean => chosen.length >= rangeOf(question).least;

/** Could this have been answered here? A questionnaire may have changed since. */
export const couldBe = (question: Question, chosen: readonly string[]): boolean => {
  const { of, most } = rangeOf(question);
  return (
    chosen.length <= most && new Set(chosen).size === chosen.length && (typeof of === 'string' || chosen.every((one) => of.includes(one)))
  );
};
