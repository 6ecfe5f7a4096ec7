import * as v from 'valibot';
import { err, ok } from '#base/result';
import { BadgeId, scopeOf } from './ids.ts';
import { put } from './record.ts';
import type { Rule } from './rule.ts';
import { isLater, stampAt } from './stamp.ts';

/** Who may see one of my badges. */
export const ShowBadge = v.object({ badge: BadgeId, to: v.picklist(['me', 'world']) });
export type ShowBadge = v.InferOutput<typeof ShowBadge>;

/** Opens or closes a badge's public page. The later act wins, whatever the order of arrival. */
export const showBadge: Rule<ShowBadge> = {
  needs: ({ badge }, { actor }) => (actor.role === 'person' ? [{ scope: scopeOf('p', actor.person), kind: 'badge', id: badge }] : []),

  decide: (records, { badge: id, to }, { actor, at, device, place }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const scope = scopeOf('p', actor.person);
    const badge = records.get(scope, 'badge', id);
    if (!badge) return err({ type: 'BadgeUnknown' });
    const before = records.stamps(scope, 'badge', id)['shown'];
    const stamp = stampAt(at, device, place === 'phone' ? before : undefined);
    if (!isLater(stamp, before)) return ok([]);
    return ok([put(scope, 'badge', id, { ...badge, shown: to }, { shown: stamp })]);
  },
};
