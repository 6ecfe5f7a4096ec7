import { uuidv7 } from '#base/uuid';
import type { Voice } from '#domain/evidence';
import type { Level } from '#domain/level';
import type { Refusal } from '#domain/refusal';
import { type ActDeps, doAct } from './do-act.ts';

/** A badge about to be given: to a request, or on the spot. */
export interface Gift {
  readonly person: string;
  readonly mould: string;
  readonly request?: string;
  /** Undefined for a badge without levels. */
  readonly level: Level | undefined;
  readonly voice?: Voice | undefined;
}

/** Gives a badge; it is kept on this device, durably, when this resolves. Null when done. */
export const createGiveBadge =
  (deps: ActDeps) =>
  async ({ level, voice, ...gift }: Gift): Promise<Refusal | null> => {
    // A request brings the ids its badge will have; these count where there is none.
    const ids = { badge: uuidv7(deps.clock, deps.chance), key: uuidv7(deps.clock, deps.chance) };
    const done = await doAct(deps, 'give-badge', { ...gift, ...ids, ...(level && { level }), ...(voice && { voice }) });
    return done.ok ? null : done.error;
  };
