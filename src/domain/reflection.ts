import * as v from 'valibot';
import { Instant, MouldId, RequestId } from './ids.ts';
import { type Level, levelOfScene } from './level.ts';
import { PRIVATE_KINDS } from './question.ts';
import { ItemId, SLOTS, Slot } from './questionnaire.ts';

/** Who was there when it was answered; said as it was. */
export const With = v.picklist(['self', 'advisor', 'peer', 'interpreter']);
export type With = v.InferOutput<typeof With>;

/** What was touched under one question, when, with whose help, and in which language it was heard. */
export const Answer = v.object({
  chosen: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.maxLength(4)),
  at: Instant,
  with: With,
  heard: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)),
});
export type Answer = v.InferOutput<typeof Answer>;

export const Answers = v.record(ItemId, Answer);
export type Answers = v.InferOutput<typeof Answers>;

const shared = {
  mould: MouldId,
  begun: Instant,
  /** The screen it stands at: there it goes on after anything. */
  here: Slot,
  answers: Answers,
};

/** One time of thinking about one badge. `kept`: she keeps it for herself; `sent`: it stays as it was sent, to be looked at beside the next one. */
export const Reflection = v.variant('step', [
  v.object({ step: v.literal('open'), ...shared }),
  v.object({ step: v.literal('kept'), ...shared }),
  v.object({ step: v.literal('sent'), request: RequestId, ...shared }),
]);
export type Reflection = v.InferOutput<typeof Reflection>;

/** The place of an item. */
export const slotOf = (item: ItemId): Slot => SLOTS.find((slot) => item.startsWith(`${slot}-`)) ?? 'situation';

/** The level her answer to *Comment faites-vous ?* proposes; null until she has answered. */
export const proposedLevel = (answers: Answers): Level | null => levelOfScene(answers['how-help']?.chosen[0]);

/** What goes with a request: all but what only she ever sees. */
export const sharedAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([item]) => !PRIVATE_KINDS.some((kind) => item.endsWith(`-${kind}`))));

/** All that was touched under the showing questions of these kinds. */
export const chosenUnder = (answers: Answers, ...kinds: readonly string[]): readonly string[] =>
  Object.entries(answers).flatMap(([item, { chosen }]) => (kinds.some((kind) => item.endsWith(`-${kind}`)) ? chosen : []));

/** The same question at different times, side by side, earliest first; only what was answered. */
export const growthOf = (times: readonly Pick<Reflection, 'begun' | 'answers'>[]): ReadonlyMap<ItemId, readonly Answer[]> => {
  const growth = new Map<ItemId, Answer[]>();
  for (const { answers } of times.toSorted((a, b) => a.begun - b.begun))
    for (const [item, answer] of Object.entries(answers))
      if (answer.chosen.length > 0) growth.set(item, [...(growth.get(item) ?? []), answer]);
  return growth;
};
