import * as v from 'valibot';
import type { Millis } from '#base/ambient';
import { err, ok } from '#base/result';
import { isTaken } from './award.ts';
import type { Badge } from './badge.ts';
import { type Claim, type Event, type EventTicket, FRESH_MS } from './event.ts';
import { BadgeId, scopeOf } from './ids.ts';
import { type Patch, put, type Records } from './record.ts';
import type { Refusal } from './refusal.ts';
import type { Judgement, Rule } from './rule.ts';
import { pageOf } from './sealing.ts';

/** `badge`: the id the new badge will have; `ticket`: the text of the QR, whose signature is checked before judging. */
export const ClaimBadge = v.object({ badge: BadgeId, ticket: v.pipe(v.string(), v.maxLength(1024)) });
export type ClaimBadge = v.InferOutput<typeof ClaimBadge>;

/** Is the ticket's own signed step inside its window? A poster has no step and is never refused on its own word. */
const standingOf = (ticket: Pick<EventTicket, 'step'>, window: { opens: Millis; closes: Millis }): Refusal | null => {
  if (ticket.step === null) return null;
  if (ticket.step < window.opens) return { type: 'TooEarly', opens: window.opens };
  if (ticket.step >= window.closes) return { type: 'EventOver', closes: window.closes };
  return null;
};

/** A badge taken from an event QR. One per person and event, however often it is asked. */
export const claimBadge: Rule<ClaimBadge> = {
  needs: ({ badge }, { actor, facts }) => {
    const ticket = facts.ticket?.ticket;
    if (actor.role !== 'person' || !ticket) return [];
    const event = scopeOf('e', ticket.event);
    return [
      { scope: scopeOf('p', actor.person), kind: 'badge' },
      { scope: event, kind: 'event', id: ticket.event },
      { scope: event, kind: 'claim', id: actor.person },
      pageOf(badge),
    ];
  },

  decide: (records, args, judgement) => {
    const { actor, facts, place } = judgement;
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    if (!facts.ticket || facts.ticket.proof === 'forged') return err({ type: 'TicketForged' });
    if (facts.ticket.proof === 'expired') return err({ type: 'TicketExpired' });
    const { ticket, proof } = facts.ticket;
    const event = records.get(scopeOf('e', ticket.event), 'event', ticket.event);
    if (place === 'server' && (!event || proof !== 'proven' || event.structure !== ticket.structure)) return err({ type: 'EventUnknown' });
    const held = heldFrom(records, ticket, actor.person);
    // The very same claim again, sealed anew by a device whose chain had forked: already done.
    if (held === args.badge) return ok([]);
    if (held) return err({ type: 'AlreadyHeld', badge: held });
    if (isTaken(records, actor.person, args.badge)) return err({ type: 'ActionMalformed' });
    const refusal = standingOf(ticket, event ?? ticket) ?? posterStanding(ticket, event, judgement);
    return refusal ? err(refusal) : ok(taken(args.badge, ticket, event, judgement, actor.person));
  },
};

const heldFrom = (records: Records, ticket: EventTicket, person: Claim['person']): BadgeId | null => {
  const claim = records.get(scopeOf('e', ticket.event), 'claim', person);
  if (claim) return claim.badge;
  const held = records.list(scopeOf('p', person), 'badge').find(({ body }) => body.event === ticket.event);
  return held ? (held.id as BadgeId) : null;
};

// Only the server, which knows the event, may refuse a poster, and only for a moment that lies outside the window by the (clamped) time of the act.
const posterStanding = (ticket: EventTicket, event: Event | undefined, { place, at }: Judgement): Refusal | null =>
  ticket.step === null && place === 'server' && event ? standingOf({ step: at }, event) : null;

const taken = (
  id: BadgeId,
  ticket: EventTicket,
  event: Event | undefined,
  judgement: Judgement,
  person: Claim['person'],
): readonly Patch[] => {
  const badge: Badge = {
    step: 'claimed',
    mould: event?.mould ?? ticket.mould,
    draw: event?.draw ?? ticket.draw,
    event: ticket.event,
    structure: ticket.structure,
    at: judgement.at,
    shown: 'me',
  };
  const how = ticket.step === null ? 'poster' : judgement.now - ticket.step <= FRESH_MS ? 'fresh' : 'late';
  const claim: Claim = { person, badge: id, at: judgement.at, how };
  return [put(scopeOf('p', person), 'badge', id, badge), put(scopeOf('e', ticket.event), 'claim', person, claim)];
};
