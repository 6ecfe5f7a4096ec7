import * as v from 'valibot';
import { err, ok } from '#base/result';
import { ReflectionId, scopeOf } from './ids.ts';
import { put } from './record.ts';
import type { Rule } from './rule.ts';

/** *Garder pour moi*: the answers stay hers, and can be gone on with. */
export const KeepReflection = v.object({ reflection: ReflectionId });
export type KeepReflection = v.InferOutput<typeof KeepReflection>;

/** Puts a time of thinking aside for herself. */
export const keepReflection: Rule<KeepReflection> = {
  needs: ({ reflection }, { actor }) =>
    actor.role === 'person' ? [{ scope: scopeOf('q', actor.person), kind: 'reflection', id: reflection }] : [],

  decide: (records, { reflection: id }, { actor }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const scope = scopeOf('q', actor.person);
    const held = records.get(scope, 'reflection', id);
    if (!held) return err({ type: 'RequestUnknown' });
    if (held.step === 'sent') return err({ type: 'RequestClosed', step: 'sent' });
    return ok(held.step === 'kept' ? [] : [put(scope, 'reflection', id, { ...held, step: 'kept' })]);
  },
};
