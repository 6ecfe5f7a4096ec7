import type { Question } from './question.ts';
import { couldBe, isEnough, touched } from './question.ts';
import type { ItemId, Screen, Slot } from './questionnaire.ts';
import type { Answer, Answers } from './reflection.ts';

/** Where somebody is in a questionnaire, and what was answered so far. */
export interface Reflecting {
  readonly here: Slot;
  readonly answers: Answers;
}

/** What goes with each tap: when, with whose help, in which language. */
export type Circumstances = Omit<Answer, 'chosen'>;

const FIRST: Slot = 'situation';

/** Nothing answered, at the first screen. */
export const begin = (screens: readonly Screen[]): Reflecting => ({ here: screens[0]?.slot ?? FIRST, answers: {} });

/**
 * Goes on where it stood. A questionnaire that has changed since keeps every answer that still fits it; nothing new is jumped over: the
 * first screen without an answer comes before all that stood after it.
 */
export const resume = (screens: readonly Screen[], kept: Reflecting): Reflecting => {
  const answers = Object.fromEntries(Object.entries(kept.answers).filter(([item, { chosen }]) => stillFits(screens, item, chosen)));
  const stood = indexOf(screens, kept);
  const open = screens.findIndex((screen) => standingOf(screen, answers) === 'to-come');
  const at = stood < 0 || (open >= 0 && open < stood) ? open : stood;
  return { here: (screens[at] ?? screens.at(-1))?.slot ?? FIRST, answers };
};

const stillFits = (screens: readonly Screen[], item: ItemId, chosen: readonly string[]): boolean => {
  const question = questionOf(screens, item);
  if (question) return couldBe(question, chosen);
  return screens.some(({ slot }) => item === skippedItem(slot));
};

const questionOf = (screens: readonly Screen[], item: ItemId): Question | undefined =>
  screens.flatMap(({ items }) => items).find(({ id }) => id === item)?.question;

const skippedItem = (slot: Slot): ItemId => `${slot}-skipped`;

/** Touches one thing of a question on the screen that is shown; anything else changes nothing. */
export const touch = (screens: readonly Screen[], now: Reflecting, item: ItemId, what: string, how: Circumstances): Reflecting => {
  const question = screenAt(screens, now)?.items.find(({ id }) => id === item)?.question;
  if (!question) return now;
  const before = now.answers[item]?.chosen ?? [];
  const chosen = touched(question, before, what);
  return chosen === before ? now : { ...now, answers: { ...now.answers, [item]: { ...how, chosen: [...chosen] } } };
};

/** *Question suivante*: passes over the screen, always possible but on *how*. What was touched there stays. */
export const skip = (screens: readonly Screen[], now: Reflecting, how: Circumstances): Reflecting => {
  if (now.here === 'how' || mayGoOn(screens, now)) return goOn(screens, now);
  return goTo(screens, { ...now, answers: { ...now.answers, [skippedItem(now.here)]: { ...how, chosen: [] } } }, 1);
};

/** The next screen, once this one is answered or was passed over; the last one stays. */
export const goOn = (screens: readonly Screen[], now: Reflecting): Reflecting => (mayGoOn(screens, now) ? goTo(screens, now, 1) : now);

/** The screen before; nothing is lost by it. */
export const goBack = (screens: readonly Screen[], now: Reflecting): Reflecting => goTo(screens, now, -1);

const goTo = (screens: readonly Screen[], now: Reflecting, by: 1 | -1): Reflecting => {
  const there = screens[indexOf(screens, now) + by];
  return there ? { ...now, here: there.slot } : now;
};

const indexOf = (screens: readonly Screen[], { here }: Reflecting): number => screens.findIndex(({ slot }) => slot === here);

/** The screen that is shown. */
export const screenAt = (screens: readonly Screen[], now: Reflecting): Screen | undefined => screens[indexOf(screens, now)];

/** May the arrow to the next screen be shown? */
export const mayGoOn = (screens: readonly Screen[], now: Reflecting): boolean => {
  const screen = screenAt(screens, now);
  return screen !== undefined && standingOf(screen, now.answers) !== 'to-come';
};

/** One stone of the path. */
export interface Stone {
  readonly slot: Slot;
  readonly is: 'answered' | 'passed' | 'to-come';
  readonly here: boolean;
}

/** The path as stones, one a screen. */
export const stonesOf = (screens: readonly Screen[], { here, answers }: Reflecting): readonly Stone[] =>
  screens.map((screen) => ({ slot: screen.slot, is: standingOf(screen, answers), here: screen.slot === here }));

const standingOf = ({ slot, items }: Screen, answers: Answers): Stone['is'] => {
  if (items.some(({ id, question }) => isEnough(question, answers[id]?.chosen ?? []))) return 'answered';
  return answers[skippedItem(slot)] ? 'passed' : 'to-come';
};

/** Is every screen behind, so that it can be looked at as a whole? */
export const isThrough = (screens: readonly Screen[], { answers }: Reflecting): boolean =>
  screens.every((screen) => standingOf(screen, answers) !== 'to-come');

/** Items whose answer is not what safety expects: shown to the giver, never held against the person. */
export const unexpected = (screens: readonly Screen[], answers: Answers): readonly ItemId[] =>
  screens
    .flatMap(({ items }) => items)
    .filter(
      ({ id, question }) =>
        question.kind === 'pick1' && question.expected && (answers[id]?.chosen[0] ?? question.expected) !== question.expected,
    )
    .map(({ id }) => id);
