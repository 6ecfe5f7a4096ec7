import type { Millis } from '#base/ambient';
import type { Result } from '#base/result';
import type { Actor } from './device.ts';
import type { EventTicket } from './event.ts';
import type { Need, Patch, Records } from './record.ts';
import type { Refusal } from './refusal.ts';

/**
 * What was found out before judging, by means a pure rule does not have (signatures).
 * `proven`: signed by an organiser the judge knows; `unproven`: well signed, organiser unknown here; `forged`: anything else.
 */
export interface Facts {
  readonly ticket?: { readonly ticket: EventTicket; readonly proof: 'proven' | 'unproven' | 'forged' | 'expired' };
}

/** Where and when a rule is asked. `at` is when the act was done (clamped by the server), `now` the judge's own time. */
export interface Judgement {
  readonly place: 'phone' | 'server';
  readonly now: Millis;
  readonly at: Millis;
  readonly actor: Actor;
  /** The device that acts: breaks ties between stamps. */
  readonly device: string;
  readonly facts: Facts;
}

/** A named act of somebody: the phone predicts with this very rule, the server judges again with it. */
export interface Rule<Args> {
  /** The records the rule looks at. */
  needs(args: Args, judgement: Pick<Judgement, 'actor' | 'facts'>): readonly Need[];
  decide(records: Records, args: Args, judgement: Judgement): Result<readonly Patch[], Refusal>;
}
