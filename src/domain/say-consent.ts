import * as v from 'valibot';
import { err, ok } from '#base/result';
import { Consent, ConsentTopic } from './consent.ts';
import { scopeOf } from './ids.ts';
import { put } from './record.ts';
import type { Rule } from './rule.ts';
import { isLater, stampAt } from './stamp.ts';

/** *Oui* or *pas maintenant* to one idea, as often as she likes. */
export const SayConsent = v.object({ topic: ConsentTopic, ...v.omit(Consent, ['at']).entries });
export type SayConsent = v.InferOutput<typeof SayConsent>;

/** Keeps what she says, where her structure can see that she was asked. The later word wins, whatever the order of arrival. */
export const sayConsent: Rule<SayConsent> = {
  needs: ({ topic }, { actor }) => (actor.role === 'person' ? [{ scope: scopeOf('p', actor.person), kind: 'consent', id: topic }] : []),

  decide: (records, { topic, said, locale }, { actor, at, device, place }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const scope = scopeOf('p', actor.person);
    const before = records.stamps(scope, 'consent', topic)['said'];
    const stamp = stampAt(at, device, place === 'phone' ? before : undefined);
    if (!isLater(stamp, before)) return ok([]);
    return ok([put(scope, 'consent', topic, { said, at, locale }, { said: stamp })]);
  },
};
