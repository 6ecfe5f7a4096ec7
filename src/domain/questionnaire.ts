import * as v from 'valibot';
import { KINDS, Question, SHOWING_KINDS } from './question.ts';

/** The screens of every questionnaire, always in this order: what it lacks is left out, and there is nothing else to add. */
export const SLOTS = ['situation', 'did', 'watched', 'how', 'show', 'means'] as const;
export const Slot = v.picklist(SLOTS);
export type Slot = v.InferOutput<typeof Slot>;

/** One question by its place and its kind: `did-order`, `show-photo`; `did-skipped` says that the screen was passed over. */
export const ItemId = v.pipe(v.string(), v.regex(new RegExp(`^(?:${SLOTS.join('|')})-(?:${KINDS.join('|')}|skipped)$`)));
export type ItemId = v.InferOutput<typeof ItemId>;

const WAYS = 4;
const differ = (questions: readonly Question[]): boolean => new Set(questions.map(({ kind }) => kind)).size === questions.length;
const expectedIsOffered = (questions: readonly Question[]): boolean =>
  questions.every((one) => one.kind !== 'pick1' || !one.expected || one.options.some(({ picture }) => picture === one.expected));

/** A screen: one question, or up to four ways to answer of which each is enough. */
const Ways = v.pipe(
  v.array(Question),
  v.minLength(1),
  v.maxLength(WAYS),
  v.check((ways) => differ(ways), 'the same way stands there twice'),
  v.check((ways) => expectedIsOffered(ways), 'what is expected is not offered'),
);
type Ways = v.InferOutput<typeof Ways>;

const isCapture = ({ kind }: Question): boolean => ['photo', 'video', 'voice', 'attestation', 'scan'].includes(kind);
const onlyCaptures = (ways: Ways | undefined): boolean => ways?.every(isCapture) ?? false;

/** A person nobody may photograph shows as well as any other. */
const forEverybody = ({ show }: { readonly show?: Ways | undefined }): boolean => !show || show.some((way) => !isCapture(way));
const oneCaptureAtATime = (own: { readonly [slot in Slot]?: Ways | undefined }): boolean =>
  !SLOTS.some((slot, i) => onlyCaptures(own[slot]) && onlyCaptures(own[SLOTS[i + 1] ?? slot]) && i + 1 < SLOTS.length);
const onlyShows = ({ show }: { readonly show?: Ways | undefined }): boolean =>
  !show || show.every(({ kind }) => (SHOWING_KINDS as readonly string[]).includes(kind));
const howIsHelp = ({ how }: { readonly how?: Ways | undefined }): boolean => !how || (how.length === 1 && how[0]?.kind === 'help');

/** What one mould asks: its own questions; at the other places those of the common questionnaire, unless they are left out. */
export const Questionnaire = v.pipe(
  v.object({
    situation: v.optional(Ways),
    did: v.optional(Ways),
    watched: v.optional(Ways),
    how: v.optional(Ways),
    show: v.optional(Ways),
    means: v.optional(Ways),
    /** Never *how*: it proposes the level. */
    without: v.optional(v.array(v.picklist(['situation', 'show', 'means']))),
  }),
  v.check((own) => howIsHelp(own), 'how is asked by the four scenes'),
  v.check((own) => onlyShows(own), 'there is a way to show that shows nothing'),
  v.check((own) => forEverybody(own), 'there is no way to show without a camera or a microphone'),
  v.check((own) => oneCaptureAtATime(own), 'two screens in a row ask for a capture'),
);
export type Questionnaire = v.InferOutput<typeof Questionnaire>;

/** Its own screens, in order. */
export const ownScreens = (own: Questionnaire): readonly { readonly slot: Slot; readonly ways: readonly Question[] }[] =>
  SLOTS.flatMap((slot) => {
    const ways = own[slot];
    return ways ? [{ slot, ways }] : [];
  });

/** The id of the questionnaire whose questions stand wherever a mould has none of its own. */
export const COMMON = 'common';

export interface Item {
  readonly id: ItemId;
  readonly question: Question;
}

/** One screen as it is shown. */
export interface Screen {
  readonly slot: Slot;
  readonly items: readonly Item[];
}

/** The screens of a mould's questionnaire, six at most; a question without words takes those of the common one. */
export const screensOf = (own: Questionnaire | undefined, common: Questionnaire): readonly Screen[] =>
  SLOTS.flatMap((slot) => {
    const left = (own?.without as readonly Slot[] | undefined)?.includes(slot);
    const ways = left ? undefined : (own?.[slot] ?? common[slot]);
    return ways ? [{ slot, items: ways.map((way) => ({ id: `${slot}-${way.kind}`, question: inWords(way, common[slot]) })) }] : [];
  });

const inWords = (way: Question, usual: readonly Question[] | undefined): Question => {
  const ask = way.ask ?? usual?.find(({ kind }) => kind === way.kind)?.ask ?? usual?.[0]?.ask;
  return ask ? { ...way, ask } : way;
};
