import { fixedChoice } from '#content/fixed-choices';
import { type Draw, inLocale } from '#domain/draw';
import { CATALOGUE, type MouldId, type PersonId, type ReflectionId, type RequestId, scopeOf } from '#domain/ids';
import { giverOf, type Mould } from '#domain/mould';
import { type Question, rangeOf } from '#domain/question';
import { COMMON, type ItemId, type Questionnaire, type Screen, screensOf } from '#domain/questionnaire';
import type { Need, Records } from '#domain/record';
import { begin, type Reflecting, resume } from '#domain/reflecting';
import { type Answers, growthOf, type Reflection, slotOf } from '#domain/reflection';
import { isWaiting } from '#domain/request';

/** One thing to choose: what is touched (and its picture), the word under it, its sound key. */
export interface ChoiceView {
  readonly picture: string;
  readonly label: string;
  readonly say: string;
}

/** One question, in the words of the screen's language. */
export interface ItemView {
  readonly id: ItemId;
  readonly question: Question;
  readonly ask: string;
  readonly say: string;
  /** Empty for what is made on the spot. */
  readonly choices: readonly ChoiceView[];
  /** What stands for the whole question where it is one way of several. */
  readonly way: ChoiceView;
}

/** One screen of the questionnaire: one question, or several ways of which each is enough. */
export interface ScreenView {
  readonly slot: Screen['slot'];
  readonly items: readonly ItemView[];
}

/** All that asking for one badge needs: what is asked, and where she stands. */
export interface AskingView {
  readonly mould: MouldId;
  readonly draw: Draw;
  readonly notToShow: string | undefined;
  readonly giver: ReturnType<typeof giverOf>;
  readonly screens: readonly Screen[];
  readonly shown: readonly ScreenView[];
  /** The time of thinking that goes on; without it a new one begins. */
  readonly open: ReflectionId | undefined;
  /** The earlier time whose answers a new one begins with (*on continue*). */
  readonly from: ReflectionId | undefined;
  readonly start: Reflecting;
  /** It has been asked for already, and somebody will look. */
  readonly waiting: RequestId | undefined;
  /** How many times she has thought about it and sent it: from two on, they can be looked at side by side. */
  readonly times: number;
}

/** One answer as a frame of a comic strip. */
export interface AnswerFrame {
  readonly item: string;
  readonly pictures: readonly ChoiceView[];
  readonly question: string;
  readonly say: string;
}

/** What must be read for it. */
export const askingNeeds = (person: PersonId, mould: MouldId): readonly Need[] => [
  { scope: CATALOGUE, kind: 'mould', id: mould },
  { scope: CATALOGUE, kind: 'questionnaire', id: mould },
  { scope: CATALOGUE, kind: 'questionnaire', id: COMMON },
  { scope: scopeOf('q', person), kind: 'reflection' },
  { scope: scopeOf('p', person), kind: 'request' },
];

/** Asking for a badge, as screens show it; null when this device does not know what is asked. */
export const askingView = (person: PersonId, id: MouldId, records: Records, locale: string): AskingView | null => {
  const [mould, common] = [records.get(CATALOGUE, 'mould', id), records.get(CATALOGUE, 'questionnaire', COMMON)];
  if (!mould || !common) return null;
  const own = records.get(CATALOGUE, 'questionnaire', id);
  const screens = screensOf(own, common);
  const times = timesOf(person, id, records);
  const last = times.at(-1);
  const goesOn = last && last.body.step !== 'sent' ? last : undefined;
  const from = goesOn ? undefined : goneOnFrom(person, records, last?.body);
  return {
    mould: id,
    draw: mould.draw,
    notToShow: mould.notToShow && inLocale(mould.notToShow, locale),
    giver: giverOf(mould),
    screens,
    shown: screens.map(({ slot, items }) => ({
      slot,
      items: items.map(({ id: item, question }) => itemView({ id, own, locale }, item, question)),
    })),
    open: goesOn?.id,
    from,
    start: startAt(screens, goesOn?.body, times.find((time) => time.id === from)?.body),
    waiting: waitingOf(person, id, mould, records),
    times: times.filter(({ body }) => body.step === 'sent').length,
  };
};

/** Every time she thought about this badge, earliest first. */
const timesOf = (person: PersonId, mould: MouldId, records: Records) =>
  records
    .list(scopeOf('q', person), 'reflection')
    .filter(({ body }) => body.mould === mould)
    .map(({ id, body }) => ({ id: id as ReflectionId, body }))
    .toSorted((a, b) => a.body.begun - b.body.begun);

/** After *on continue*, or after she took it back, what she had answered is where she begins. */
const goneOnFrom = (person: PersonId, records: Records, last: Reflection | undefined): ReflectionId | undefined => {
  const request = last?.step === 'sent' ? records.get(scopeOf('p', person), 'request', last.request) : undefined;
  return request?.step === 'continue' || request?.step === 'taken-back' ? request.reflection : undefined;
};

const startAt = (screens: readonly Screen[], goesOn: Reflection | undefined, earlier: Reflection | undefined): Reflecting => {
  if (goesOn) return resume(screens, goesOn);
  const fresh = begin(screens);
  return earlier ? resume(screens, { here: fresh.here, answers: earlier.answers }) : fresh;
};

const waitingOf = (person: PersonId, id: MouldId, mould: Mould, records: Records): RequestId | undefined => {
  // Experiences of her own are as many as she has.
  if (mould.kind === 'own') return undefined;
  const found = records.list(scopeOf('p', person), 'request').find(({ body }) => body.mould === id && isWaiting(body));
  return found && (found.id as RequestId);
};

interface Words {
  readonly id: MouldId;
  readonly own: Questionnaire | undefined;
  readonly locale: string;
}

const itemView = ({ id, own, locale }: Words, item: ItemId, question: Question): ItemView => {
  const hasOwnWords = own?.[slotOf(item)]?.some(({ kind, ask }) => kind === question.kind && ask) ?? false;
  return {
    id: item,
    question,
    ask: question.ask ? inLocale(question.ask, locale) : '',
    say: `question.${hasOwnWords ? id : COMMON}.${item}`,
    choices: choicesOf(question, locale),
    way: wayView(question.kind, locale),
  };
};

/** What stands to be chosen, in the order shown. */
const choicesOf = (question: Question, locale: string): readonly ChoiceView[] => {
  const { of } = rangeOf(question);
  return typeof of === 'string' ? [] : of.map((name) => choiceView(question, name, locale));
};

const choiceView = (question: Question, name: string, locale: string): ChoiceView => {
  const own = 'options' in question ? question.options.find(({ picture }) => picture === name)?.label : fixedChoice(name);
  const label = own ?? fixedChoice(`way-${question.kind}`);
  return { picture: name, label: label ? inLocale(label, locale) : '', say: `option.${name}` };
};

/** The way itself stands for what was made on the spot: a photo, a voice, somebody who saw it. */
const wayView = (kind: Question['kind'], locale: string): ChoiceView => {
  const label = fixedChoice(`way-${kind}`);
  return { picture: `way-${kind}`, label: label ? inLocale(label, locale) : '', say: `option.way-${kind}` };
};

/** Answers as a comic strip, one frame a question that was answered. `says`: the sound keys of its questions, where there is a voice. */
export const framesOf = (
  screens: readonly Screen[],
  answers: Answers,
  locale: string,
  says: Readonly<Partial<Record<ItemId, string>>> = {},
): readonly AnswerFrame[] =>
  screens.flatMap(({ items }) =>
    items.flatMap(({ id, question }): AnswerFrame[] => {
      const chosen = answers[id]?.chosen ?? [];
      if (chosen.length === 0) return [];
      const isMade = typeof rangeOf(question).of === 'string' || question.kind === 'gesture';
      return [
        {
          item: id,
          pictures: isMade ? [wayView(question.kind, locale)] : chosen.map((name) => choiceView(question, name, locale)),
          question: question.ask ? inLocale(question.ask, locale) : '',
          say: says[id] ?? `question.${COMMON}.${id}`,
        },
      ];
    }),
  );

/** The strip of one's own answers, with its voice. */
export const ownFrames = ({ screens, shown }: Pick<AskingView, 'screens' | 'shown'>, answers: Answers, locale: string) =>
  framesOf(screens, answers, locale, Object.fromEntries(shown.flatMap(({ items }) => items.map(({ id, say }) => [id, say]))));

/** The same question then and now. */
export interface GrowthView {
  readonly item: string;
  readonly question: string;
  readonly say: string;
  readonly first: { readonly at: number; readonly pictures: readonly ChoiceView[] };
  readonly last: { readonly at: number; readonly pictures: readonly ChoiceView[] };
}

/** What was answered at two times or more: the first beside the last, *how* before all others. */
export const growthView = (person: PersonId, view: AskingView, records: Records, locale: string): readonly GrowthView[] => {
  const growth = growthOf(timesOf(person, view.mould, records).map(({ body }) => body));
  const both = [...growth].flatMap(([item, answers]): GrowthView[] => {
    const [first, last] = [answers[0], answers.at(-1)];
    if (!first || !last || first === last) return [];
    const [a] = ownFrames(view, { [item]: first }, locale);
    const [b] = ownFrames(view, { [item]: last }, locale);
    if (!a || !b) return [];
    const { question, say } = b;
    return [{ item, question, say, first: { at: first.at, pictures: a.pictures }, last: { at: last.at, pictures: b.pictures } }];
  });
  return both.toSorted((a, b) => Number(b.item === 'how-help') - Number(a.item === 'how-help'));
};
