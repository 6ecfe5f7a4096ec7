import * as v from 'valibot';
import { err, ok } from '#base/result';
import { RequestId, scopeOf } from './ids.ts';
import { put, remove } from './record.ts';
import { isWaiting, sentPart } from './request.ts';
import type { Rule } from './rule.ts';

/** I no longer ask for it. */
export const TakeBackRequest = v.object({ request: RequestId });
export type TakeBackRequest = v.InferOutput<typeof TakeBackRequest>;

/** Takes back a request that waits, or that says *on continue*: what went with it is hers alone again. The answers stay with her. */
export const takeBackRequest: Rule<TakeBackRequest> = {
  needs: (_args, { actor }) =>
    actor.role === 'person'
      ? [
          { scope: scopeOf('p', actor.person), kind: 'request' },
          { scope: scopeOf('p', actor.person), kind: 'evidence' },
          { scope: scopeOf('q', actor.person), kind: 'evidence' },
        ]
      : [],

  decide: (records, { request: id }, { actor }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const [own, open] = [scopeOf('q', actor.person), scopeOf('p', actor.person)];
    const request = records.get(open, 'request', id);
    if (!request) return err({ type: 'RequestUnknown' });
    if (request.step === 'taken-back') return ok([]);
    if (request.step === 'given') return err({ type: 'RequestClosed', step: 'given' });
    const others = records
      .list(open, 'request')
      .filter((other) => other.id !== id && (isWaiting(other.body) || other.body.step === 'given'));
    const stillShown = new Set<string>(others.flatMap(({ body }) => body.evidence));
    const hers = request.evidence.filter((one) => !stillShown.has(one) && records.get(open, 'evidence', one)?.seenBy === 'structure');
    return ok([
      put(open, 'request', id, { step: 'taken-back', ...sentPart(request) }),
      ...hers.map((one) => remove(open, 'evidence', one)),
      ...hers.flatMap((one) => {
        const kept = records.get(own, 'evidence', one);
        return kept ? [put(own, 'evidence', one, { ...kept, seenBy: 'me' })] : [];
      }),
    ]);
  },
};
