import * as v from 'valibot';
import { err, ok } from '#base/result';
import { Voice } from './evidence.ts';
import { BadgeId, scopeOf } from './ids.ts';
import { put } from './record.ts';
import type { Rule } from './rule.ts';

/** *Merci*: I take a badge that was given to me in my hands, with my voice if I like. */
export const ReceiveBadge = v.object({ badge: BadgeId, thanks: v.optional(Voice) });
export type ReceiveBadge = v.InferOutput<typeof ReceiveBadge>;

/** Notes that she has received it; until then it is announced to her. The first time counts. */
export const receiveBadge: Rule<ReceiveBadge> = {
  needs: ({ badge }, { actor }) => (actor.role === 'person' ? [{ scope: scopeOf('p', actor.person), kind: 'badge', id: badge }] : []),

  decide: (records, { badge: id, thanks }, { actor, at }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const scope = scopeOf('p', actor.person);
    const badge = records.get(scope, 'badge', id);
    if (!badge) return err({ type: 'BadgeUnknown' });
    if (badge.received !== undefined) return ok([]);
    return ok([put(scope, 'badge', id, { ...badge, received: at, ...(thanks && { thanks }) })]);
  },
};
