import * as v from 'valibot';
import { err, ok } from '#base/result';
import { MouldId, ReflectionId, scopeOf } from './ids.ts';
import { ItemId, Slot } from './questionnaire.ts';
import { put } from './record.ts';
import { Answer, type Reflection } from './reflection.ts';
import type { Judgement, Rule } from './rule.ts';
import { isLater, type Stamps, stampAt } from './stamp.ts';

// *How* is never passed over: it proposes the level.
const Answered = v.pipe(ItemId, v.notValue('how-skipped'));

/**
 * One tap in a questionnaire: where it stands now and, if something was touched or passed over, what. `from`: an earlier time whose answers
 * this one starts with ("on continue").
 */
export const KeepAnswer = v.object({
  reflection: ReflectionId,
  mould: MouldId,
  here: Slot,
  answered: v.optional(v.object({ item: Answered, ...v.omit(Answer, ['at']).entries })),
  from: v.optional(ReflectionId),
});
export type KeepAnswer = v.InferOutput<typeof KeepAnswer>;

/** Keeps a tap, where only she sees it. The later tap wins, item by item, whatever the order of arrival; what was sent stays as it was sent. */
export const keepAnswer: Rule<KeepAnswer> = {
  needs: ({ reflection, from }, { actor }) =>
    actor.role === 'person'
      ? [reflection, ...(from ? [from] : [])].map((id) => ({ scope: scopeOf('q', actor.person), kind: 'reflection', id }))
      : [],

  decide: (records, args, judgement) => {
    const { actor, at } = judgement;
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const scope = scopeOf('q', actor.person);
    const held = records.get(scope, 'reflection', args.reflection);
    if (held?.step === 'sent') return err({ type: 'RequestClosed', step: 'sent' });
    if (held && held.mould !== args.mould) return err({ type: 'ActionMalformed' });
    const earlier = args.from && records.get(scope, 'reflection', args.from);
    const start = held ?? { mould: args.mould, begun: at, here: args.here, answers: earlier?.answers ?? {} };
    const stamps = written(args, records.stamps(scope, 'reflection', args.reflection), judgement);
    if (held && at >= held.begun && Object.keys(stamps).length === 0) return ok([]);
    return ok([put(scope, 'reflection', args.reflection, after(start, args, stamps, at), stamps)]);
  },
};

/** The stamps of the fields that this tap wins. */
const written = ({ answered }: KeepAnswer, before: Stamps, { at, device, place }: Judgement): Stamps =>
  Object.fromEntries(
    ['here', ...(answered ? [answered.item] : [])].flatMap((field) => {
      const stamp = stampAt(at, device, place === 'phone' ? before[field] : undefined);
      return isLater(stamp, before[field]) ? [[field, stamp]] : [];
    }),
  );

const after = (start: Omit<Reflection, 'step' | 'request'>, { here, answered }: KeepAnswer, stamps: Stamps, at: number): Reflection => {
  const { item, ...answer } = answered ?? { item: '' };
  const wins = answered && stamps[item] !== undefined;
  return {
    step: 'open',
    mould: start.mould,
    begun: Math.min(start.begun, at),
    here: stamps['here'] === undefined ? start.here : here,
    answers: wins ? { ...start.answers, [item]: { ...(answer as Omit<Answer, 'at'>), at } } : start.answers,
  };
};
