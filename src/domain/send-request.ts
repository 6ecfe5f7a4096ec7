import * as v from 'valibot';
import { err, ok, type Result } from '#base/result';
import { award, heldFrom, isTaken, needsOfAward } from './award.ts';
import type { Evidence } from './evidence.ts';
import { BadgeId, CATALOGUE, type EvidenceId, MouldId, type PersonId, ReflectionId, RequestId, StructureId, scopeOf } from './ids.ts';
import { giverOf, type Mould } from './mould.ts';
import { type Patch, put, type Records } from './record.ts';
import { type Answers, chosenUnder, proposedLevel, type Reflection, sharedAnswers, slotOf } from './reflection.ts';
import type { Refusal } from './refusal.ts';
import { isWaiting, type Request } from './request.ts';
import type { Rule } from './rule.ts';

/** *Demander*: sends one time of thinking to my structure. `badge` and `key`: the ids its badge, and a key badge it completes, will have. */
export const SendRequest = v.object({
  request: RequestId,
  reflection: ReflectionId,
  mould: MouldId,
  structure: StructureId,
  badge: BadgeId,
  key: BadgeId,
});
export type SendRequest = v.InferOutput<typeof SendRequest>;

/** Asks for a badge with all that was answered and shown. A badge one gives oneself, or that a witness has given already, comes at once. */
export const sendRequest: Rule<SendRequest> = {
  needs: ({ reflection, mould, structure, badge, key }, { actor }) => {
    if (actor.role !== 'person') return [];
    const [own, open] = [scopeOf('q', actor.person), scopeOf('p', actor.person)];
    return [
      { scope: own, kind: 'reflection', id: reflection },
      { scope: own, kind: 'evidence' },
      { scope: open, kind: 'person', id: actor.person },
      { scope: open, kind: 'request' },
      { scope: open, kind: 'witness' },
      { scope: CATALOGUE, kind: 'questionnaire', id: mould },
      ...needsOfAward(actor.person, structure, badge, key),
    ];
  },

  decide: (records, args, { actor, at }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const { person } = actor;
    const reflection = records.get(scopeOf('q', person), 'reflection', args.reflection);
    const mould = records.get(CATALOGUE, 'mould', args.mould);
    if (reflection?.step === 'sent' && reflection.request === args.request) return ok([]);
    const refusal = refusalOf(records, person, args, reflection, mould);
    if (refusal) return err(refusal);
    return reflection && mould ? sent(records, person, args, { reflection, mould, at }) : err({ type: 'RequestUnknown' });
  },
};

const refusalOf = (
  records: Records,
  person: PersonId,
  { request, mould: id, structure, badge, key }: SendRequest,
  reflection: Reflection | undefined,
  mould: Mould | undefined,
): Refusal | null => {
  const open = scopeOf('p', person);
  if (!reflection) return { type: 'RequestUnknown' };
  if (reflection.step === 'sent') return { type: 'RequestClosed', step: 'sent' };
  if (!mould || isWonElsewhere(mould)) return { type: 'BadgeUnknown' };
  if (reflection.mould !== id || records.get(open, 'request', request)) return { type: 'ActionMalformed' };
  if (records.get(open, 'person', person)?.structure !== structure) return { type: 'NotYours' };
  if ([badge, key].some((one) => isTaken(records, person, one))) return { type: 'ActionMalformed' };
  const held = heldFrom(records, { person, mould: id, structure });
  // The last level is the end of it.
  if (held && (held.body.level ?? 3) === 3) return { type: 'AlreadyHeld', badge: held.id as BadgeId };
  const missing = missingOf(records, id, reflection, mould);
  if (missing) return { type: 'NotReady', missing };
  const waiting = records.list(open, 'request').find(({ body }) => body.mould === id && isWaiting(body));
  return waiting && mould.kind !== 'own' ? { type: 'AlreadyAsked', request: waiting.id as RequestId } : null;
};

const isWonElsewhere = (mould: Mould): boolean => giverOf(mould) === 'event' || giverOf(mould) === 'road';

const missingOf = (records: Records, id: MouldId, { answers }: Reflection, mould: Mould): 'how' | 'show' | 'witness' | null => {
  if (!proposedLevel(answers)) return 'how';
  if (giverOf(mould) === 'witness' && chosenUnder(answers, 'witness').length === 0) return 'witness';
  const asked = giverOf(mould) !== 'herself' && !records.get(CATALOGUE, 'questionnaire', id)?.without?.includes('show');
  const shows = Object.entries(answers).some(([item, { chosen }]) => slotOf(item) === 'show' && chosen.length > 0);
  return asked && !shows ? 'show' : null;
};

interface Sending {
  readonly reflection: Reflection;
  readonly mould: Mould;
  readonly at: number;
}

const sent = (records: Records, person: PersonId, args: SendRequest, sending: Sending): Result<readonly Patch[], Refusal> => {
  const { reflection, mould, at } = sending;
  const [own, open] = [scopeOf('q', person), scopeOf('p', person)];
  const giver = giverOf(mould);
  const { request: id, reflection: of, ...ids } = args;
  const level = proposedLevel(reflection.answers) ?? 1;
  // What one decides for oneself is nobody else's to look at.
  const told = giver === 'herself' ? {} : sharedAnswers(reflection.answers);
  const shown = shownWith(records, person, told);
  const isGiven = giver === 'herself' || (giver === 'witness' && hasSeen(records, person, of));
  const request: Request = {
    step: isGiven ? 'given' : 'sent',
    ...ids,
    reflection: of,
    answers: told,
    evidence: shown.map((one) => one.id as EvidenceId),
    level,
    at,
  };
  const badge = isGiven
    ? award(records, { ...ids, person, level: mould.levels > 0 ? level : undefined, from: { how: giver, request: id }, at })
    : ok([]);
  if (!badge.ok) return badge;
  return ok([
    put(open, 'request', id, request),
    put(own, 'reflection', of, { ...reflection, step: 'sent', request: id }),
    ...shown.flatMap(({ id: name, body }) => [put(open, 'evidence', name, body), put(own, 'evidence', name, body)]),
    ...badge.value,
  ]);
};

/** What goes with these answers, seen from now on by her structure at least. */
const shownWith = (records: Records, person: PersonId, answers: Answers): readonly { readonly id: string; readonly body: Evidence }[] => {
  const chosen = chosenUnder(answers, 'photo', 'video', 'voice', 'attestation');
  return records
    .list(scopeOf('q', person), 'evidence')
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, body }) => ({ id, body: { ...body, seenBy: body.seenBy === 'world' ? 'world' : 'structure' } }));
};

const hasSeen = (records: Records, person: PersonId, reflection: ReflectionId): boolean =>
  records.list(scopeOf('p', person), 'witness').some(({ body }) => body.about === reflection && body.step === 'seen');
