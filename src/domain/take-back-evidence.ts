import * as v from 'valibot';
import { err, ok } from '#base/result';
import { EvidenceId, scopeOf } from './ids.ts';
import { remove } from './record.ts';
import type { Rule } from './rule.ts';

/** I take back what I showed: it is gone, everywhere. (The ten seconds to think again are the screen's.) */
export const TakeBackEvidence = v.object({ evidence: EvidenceId });
export type TakeBackEvidence = v.InferOutput<typeof TakeBackEvidence>;

/** Removes it and its copy; a request it went with says only that something was taken back. */
export const takeBackEvidence: Rule<TakeBackEvidence> = {
  needs: ({ evidence }, { actor }) =>
    actor.role === 'person'
      ? [
          { scope: scopeOf('q', actor.person), kind: 'evidence', id: evidence },
          { scope: scopeOf('p', actor.person), kind: 'evidence', id: evidence },
        ]
      : [],

  decide: (records, { evidence: id }, { actor }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const scopes = [scopeOf('q', actor.person), scopeOf('p', actor.person)];
    return ok(scopes.flatMap((scope) => (records.get(scope, 'evidence', id) ? [remove(scope, 'evidence', id)] : [])));
  },
};
