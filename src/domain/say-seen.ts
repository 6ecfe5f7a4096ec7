import * as v from 'valibot';
import { err, ok, type Result } from '#base/result';
import { award, needsOfAward } from './award.ts';
import { CATALOGUE, PersonId, type RequestId, StructureId, scopeOf, WitnessId } from './ids.ts';
import { giverOf } from './mould.ts';
import { type Patch, put, type Records } from './record.ts';
import type { Refusal } from './refusal.ts';
import { isWaiting, sentPart } from './request.ts';
import type { Judgement, Rule } from './rule.ts';
import { needsOfSpeaker, speakerTo } from './speaker.ts';
import { WhoSaw, type Witness } from './witness.ts';

/** *Je l'ai vu*: what a witness says, on their own device, on hers, or through the staff (a slip that came back). */
export const SaySeen = v.object({ person: PersonId, witness: WitnessId, structure: StructureId, who: WhoSaw });
export type SaySeen = v.InferOutput<typeof SaySeen>;

/** Keeps what was said, once. Where a witness is enough to give the badge, it comes with it. */
export const saySeen: Rule<SaySeen> = {
  needs: ({ person, witness, structure }, { actor }) =>
    actor.role === 'organiser'
      ? []
      : [
          ...(actor.role === 'advisor' ? needsOfSpeaker(actor, person) : []),
          { scope: scopeOf('p', person), kind: 'witness', id: witness },
          { scope: scopeOf('p', person), kind: 'request' },
          ...needsOfAward(person, structure),
        ],

  decide: (records, { person, witness: id, structure, who }, judgement) => {
    const on = deviceOf(records, person, id, judgement);
    if (!on) return err({ type: 'NotYours' });
    const scope = scopeOf('p', person);
    const asked = records.get(scope, 'witness', id);
    if (!asked || asked.structure !== structure) return err({ type: 'RequestUnknown' });
    if (asked.step === 'seen') return ok([]);
    const seen: Witness = { ...asked, step: 'seen', who, on, seenAt: judgement.at };
    const badge = badgeOf(records, person, asked, judgement.at);
    return badge.ok ? ok([put(scope, 'witness', id, seen), ...badge.value]) : badge;
  },
};

/** On whose device it is said; null: on one that has no say in it. */
const deviceOf = (
  records: Records,
  person: PersonId,
  witness: WitnessId,
  judgement: Judgement,
): Extract<Witness, { step: 'seen' }>['on'] | null => {
  const { actor } = judgement;
  switch (actor.role) {
    case 'witness':
      return actor.person === person && actor.witness === witness ? 'theirs' : null;
    case 'person':
      return actor.person === person ? 'hers' : null;
    case 'advisor':
      return speakerTo(records, person, judgement, undefined) ? 'staff' : null;
    case 'organiser':
      return null;
  }
};

const badgeOf = (
  records: Records,
  person: PersonId,
  { about, mould, structure }: Witness,
  at: number,
): Result<readonly Patch[], Refusal> => {
  const scope = scopeOf('p', person);
  const body = records.get(CATALOGUE, 'mould', mould);
  const asked = records.list(scope, 'request').find(({ body: request }) => request.reflection === about && isWaiting(request));
  if (!asked || !body || giverOf(body) !== 'witness' || asked.body.structure !== structure) return ok([]);
  const { badge, key, level } = asked.body;
  const from = { how: 'witness', request: asked.id as RequestId } as const;
  const given = award(records, { person, mould, structure, level: body.levels > 0 ? level : undefined, from, at, badge, key });
  return given.ok ? ok([put(scope, 'request', asked.id, { step: 'given', ...sentPart(asked.body) }), ...given.value]) : given;
};
