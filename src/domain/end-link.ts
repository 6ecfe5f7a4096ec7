import * as v from 'valibot';
import { err, ok } from '#base/result';
import { LinkId, scopeOf } from './ids.ts';
import { put } from './record.ts';
import type { Rule } from './rule.ts';
import { isLater, stampAt } from './stamp.ts';

/** *Reprendre*: the link shows nothing any more; `open: true` thinks again. */
export const EndLink = v.object({ link: LinkId, open: v.boolean() });
export type EndLink = v.InferOutput<typeof EndLink>;

/** Closes or opens again a link I gave, never for longer than it was given. The later act wins; of a link that is over nothing is left to end. */
export const endLink: Rule<EndLink> = {
  needs: ({ link }, { actor }) => (actor.role === 'person' ? [{ scope: scopeOf('q', actor.person), kind: 'link', id: link }] : []),

  decide: (records, { link: id, open }, { actor, at, device, place }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const own = scopeOf('q', actor.person);
    const link = records.get(own, 'link', id);
    if (!link) return ok([]);
    const before = records.stamps(own, 'link', id)['open'];
    const stamp = stampAt(at, device, place === 'phone' ? before : undefined);
    return isLater(stamp, before) ? ok([put(own, 'link', id, { ...link, open }, { open: stamp })]) : ok([]);
  },
};
