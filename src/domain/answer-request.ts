import * as v from 'valibot';
import { err, ok } from '#base/result';
import { Voice } from './evidence.ts';
import { PersonId, RequestId, scopeOf } from './ids.ts';
import { put } from './record.ts';
import { isWaiting, sentPart } from './request.ts';
import type { Rule } from './rule.ts';
import { needsOfSpeaker, speakerTo } from './speaker.ts';

/** What can be said to a request besides yes: *on regarde* · *on en parle* · *on continue*, the last two best by voice. */
export const AnswerRequest = v.object({
  person: PersonId,
  request: RequestId,
  say: v.picklist(['looking', 'talk', 'continue']),
  voice: v.optional(Voice),
});
export type AnswerRequest = v.InferOutput<typeof AnswerRequest>;

/** Answers a waiting request. *On regarde* is said once, and never over something that was said already. */
export const answerRequest: Rule<AnswerRequest> = {
  needs: ({ person, request }, { actor }) =>
    actor.role === 'advisor' ? [...needsOfSpeaker(actor, person), { scope: scopeOf('p', person), kind: 'request', id: request }] : [],

  decide: (records, { person, request: id, say, voice }, judgement) => {
    const by = speakerTo(records, person, judgement, voice);
    if (!by || judgement.actor.role !== 'advisor') return err({ type: 'NotYours' });
    const scope = scopeOf('p', person);
    const request = records.get(scope, 'request', id);
    if (!request || request.structure !== judgement.actor.structure) return err({ type: 'RequestUnknown' });
    if (say === 'looking' && request.step !== 'sent') return ok([]);
    if (!isWaiting(request)) return err({ type: 'RequestClosed', step: request.step });
    return ok([put(scope, 'request', id, { step: say, by, ...sentPart(request) })]);
  },
};
