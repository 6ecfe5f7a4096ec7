import * as v from 'valibot';
import { err, ok } from '#base/result';
import { award, needsOfAward } from './award.ts';
import { Voice } from './evidence.ts';
import { BadgeId, CATALOGUE, MouldId, PersonId, RequestId, scopeOf } from './ids.ts';
import { Level } from './level.ts';
import { giverOf, type Mould } from './mould.ts';
import { put, type Records } from './record.ts';
import type { Refusal } from './refusal.ts';
import { isWaiting, type Request, sentPart } from './request.ts';
import type { Judgement, Rule } from './rule.ts';
import { needsOfSpeaker, speakerTo } from './speaker.ts';

/** *Oui, on vous le donne*: to a request, or on the spot. The level is the giver's to decide. `badge` and `key`: as in a request, which wins. */
export const GiveBadge = v.object({
  person: PersonId,
  mould: MouldId,
  level: v.optional(Level),
  badge: BadgeId,
  key: BadgeId,
  request: v.optional(RequestId),
  voice: v.optional(Voice),
});
export type GiveBadge = v.InferOutput<typeof GiveBadge>;

/** Gives a badge, or the next level of one, and answers the request it was asked by. */
export const giveBadge: Rule<GiveBadge> = {
  needs: ({ person, request, badge, key }, { actor }) =>
    actor.role === 'advisor'
      ? [
          ...needsOfSpeaker(actor, person),
          ...(request ? [{ scope: scopeOf('p', person), kind: 'request' as const, id: request }] : []),
          ...needsOfAward(person, actor.structure, badge, key),
        ]
      : [],

  decide: (records, args, judgement) => {
    const by = speakerTo(records, args.person, judgement, args.voice);
    if (!by || judgement.actor.role !== 'advisor') return err({ type: 'NotYours' });
    const scope = scopeOf('p', args.person);
    const mould = records.get(CATALOGUE, 'mould', args.mould);
    const request = args.request && records.get(scope, 'request', args.request);
    if (isDone(records, args, request, judgement)) return ok([]);
    const refusal = refusalOf(args, mould, request, judgement.actor.structure);
    if (refusal) return err(refusal);
    const from = { how: 'staff', by, ...(args.request && { request: args.request }) } as const;
    const { badge, key } = request ?? args;
    const given = award(records, {
      person: args.person,
      mould: args.mould,
      structure: judgement.actor.structure,
      level: args.level,
      from,
      at: judgement.at,
      badge,
      key,
    });
    if (!given.ok) return given;
    const answered =
      args.request && request ? [put(scope, 'request', args.request, { step: 'given' as const, by, ...sentPart(request) })] : [];
    return ok([...answered, ...given.value]);
  },
};

// The very same gift again, sealed anew by a device whose chain had forked.
const isDone = (
  records: Records,
  { person, request: id, level }: GiveBadge,
  request: Request | undefined,
  { actor }: Judgement,
): boolean => {
  if (request?.step !== 'given' || actor.role !== 'advisor' || request.by?.staff !== actor.staff) return false;
  const badges = records.list(scopeOf('p', person), 'badge');
  return badges.some(({ body: { from, level: held } }) => from?.how === 'staff' && from.request === id && held === level);
};

const refusalOf = (args: GiveBadge, mould: Mould | undefined, request: Request | undefined, structure: string): Refusal | null => {
  if (!mould || !['staff', 'witness'].includes(giverOf(mould))) return { type: 'BadgeUnknown' };
  if (mould.levels > 0 !== (args.level !== undefined)) return { type: 'ActionMalformed' };
  if (!args.request) return null;
  if (!request || request.mould !== args.mould || request.structure !== structure) return { type: 'RequestUnknown' };
  return isWaiting(request) ? null : { type: 'RequestClosed', step: request.step };
};
