import * as v from 'valibot';
import { Draw } from './draw.ts';
import { BadgeId, EventId, Instant, MouldId, PersonId, StructureId } from './ids.ts';

/** An event whose attendance is the proof of its badge. It is open from `opens` (included) to `closes` (excluded). */
export const Event = v.object({
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  place: v.optional(v.pipe(v.string(), v.maxLength(80))),
  structure: StructureId,
  mould: MouldId,
  draw: Draw,
  opens: Instant,
  closes: Instant,
});
export type Event = v.InferOutput<typeof Event>;

/** One person's claim at an event, under the person's id: so there can be only one. */
export const Claim = v.object({
  person: PersonId,
  badge: BadgeId,
  at: Instant,
  /** `fresh`: pushed within ten minutes of the ticket's step; `late` and `poster` are given too, and listed to the organiser. */
  how: v.picklist(['fresh', 'late', 'poster']),
});
export type Claim = v.InferOutput<typeof Claim>;

/** A projected ticket changes every 20 seconds. The one before stays good: freshness is judged in minutes, never on the edge of a step. */
export const TICKET_STEP_MS = 20_000;

/** A claim pushed within ten minutes of its ticket's step is fresh. */
export const FRESH_MS = 600_000;

/** What an event QR says, once parsed. `step` is null on a poster. Signed by an organiser's device. */
export const EventTicket = v.object({
  event: EventId,
  mould: MouldId,
  structure: StructureId,
  opens: Instant,
  closes: Instant,
  step: v.nullable(Instant),
  draw: Draw,
});
export type EventTicket = v.InferOutput<typeof EventTicket>;

/** An event a structure runs, told in the structure's own scope so that its staff find it; the event itself has its own scope. */
export const Plan = v.object({ event: EventId });
export type Plan = v.InferOutput<typeof Plan>;
