import * as v from 'valibot';
import { err, ok } from '#base/result';
import { SeenBy } from './evidence.ts';
import { EvidenceId, scopeOf } from './ids.ts';
import { put, remove } from './record.ts';
import type { Rule } from './rule.ts';
import { isLater, stampAt } from './stamp.ts';

/** Who may see one thing I kept. */
export const ShowEvidence = v.object({ evidence: EvidenceId, to: SeenBy });
export type ShowEvidence = v.InferOutput<typeof ShowEvidence>;

/** Opens or closes it; the later act wins, whatever the order of arrival. Closed, its copy leaves the others' devices. */
export const showEvidence: Rule<ShowEvidence> = {
  needs: ({ evidence }, { actor }) =>
    actor.role === 'person'
      ? [
          { scope: scopeOf('q', actor.person), kind: 'evidence', id: evidence },
          { scope: scopeOf('p', actor.person), kind: 'evidence', id: evidence },
        ]
      : [],

  decide: (records, { evidence: id, to }, { actor, at, device, place }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const [own, open] = [scopeOf('q', actor.person), scopeOf('p', actor.person)];
    const held = records.get(own, 'evidence', id);
    if (!held) return err({ type: 'RequestUnknown' });
    const before = records.stamps(own, 'evidence', id)['seenBy'];
    const stamp = stampAt(at, device, place === 'phone' ? before : undefined);
    if (!isLater(stamp, before)) return ok([]);
    const evidence = { ...held, seenBy: to };
    const copy = to === 'me' ? remove(open, 'evidence', id) : put(open, 'evidence', id, evidence);
    return ok([put(own, 'evidence', id, evidence, { seenBy: stamp }), copy]);
  },
};
