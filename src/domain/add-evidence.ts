import * as v from 'valibot';
import { err, ok } from '#base/result';
import { type Evidence, Shown } from './evidence.ts';
import { EvidenceId, scopeOf } from './ids.ts';
import { put } from './record.ts';
import { With } from './reflection.ts';
import type { Rule } from './rule.ts';

/** Something to show was made: its bytes are on the device and travel on their own. */
export const AddEvidence = v.object({ evidence: EvidenceId, shown: Shown, with: With });
export type AddEvidence = v.InferOutput<typeof AddEvidence>;

/** Keeps it, for her eyes only. */
export const addEvidence: Rule<AddEvidence> = {
  needs: ({ evidence }, { actor }) =>
    actor.role === 'person' ? [{ scope: scopeOf('q', actor.person), kind: 'evidence', id: evidence }] : [],

  decide: (records, { evidence: id, shown, with: company }, { actor, at }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const scope = scopeOf('q', actor.person);
    const held = records.get(scope, 'evidence', id);
    if (held) return held.shown.media === shown.media ? ok([]) : err({ type: 'ActionMalformed' });
    const evidence: Evidence = { shown, at, with: company, seenBy: 'me' };
    return ok([put(scope, 'evidence', id, evidence)]);
  },
};
