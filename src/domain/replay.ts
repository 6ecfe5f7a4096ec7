import type { Millis } from '#base/ambient';
import { bindAction, type NamedAction } from './actions.ts';
import type { Actor } from './device.ts';
import type { Need } from './record.ts';
import type { Overlay } from './records.ts';
import type { Facts } from './rule.ts';

/** An act that waits on a device for its judgement, with what the device found out when it was done. */
export interface Pending extends NamedAction {
  readonly n: number;
  readonly at: Millis;
  readonly facts: Facts;
}

/** What must be loaded before these acts can be replayed. */
export const needsOfPending = (pending: readonly Pending[], actor: Actor): readonly Need[] =>
  pending.flatMap((act) => {
    const bound = bindAction(act);
    return bound.ok ? bound.value.needs({ actor, facts: act.facts }) : [];
  });

/**
 * The phone's prediction: the pending acts in order over the records as last pulled. An act that has become impossible changes nothing here;
 * only the server's judgement removes it from the outbox.
 */
export const replay = (records: Overlay, pending: readonly Pending[], actor: Actor, device: string): void => {
  for (const act of pending) {
    const bound = bindAction(act);
    if (!bound.ok) continue;
    const decided = bound.value.decide(records, { place: 'phone', now: act.at, at: act.at, actor, device, facts: act.facts });
    if (decided.ok) records.apply(decided.value);
  }
};
