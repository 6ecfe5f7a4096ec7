import { uuidv7 } from '#base/uuid';
import type { BadgeId } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import { type ActDeps, doAct } from './do-act.ts';

/** Takes the badge of an event QR: it is on the device, durably, when this resolves with its id. Twice is once: the second time is refused with the badge held. */
export const createClaimBadge =
  (deps: ActDeps) =>
  async (ticket: string): Promise<BadgeId | Refusal> => {
    const badge = uuidv7(deps.clock, deps.chance) as BadgeId;
    const done = await doAct(deps, 'claim-badge', { badge, ticket });
    return done.ok ? badge : done.error;
  };
