import type { BadgeId } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import { type ActDeps, doAct } from './do-act.ts';

/** *Merci*: a badge that was given is in hand. Null when done. */
export const createReceiveBadge =
  (deps: ActDeps) =>
  async (badge: BadgeId): Promise<Refusal | null> => {
    const done = await doAct(deps, 'receive-badge', { badge });
    return done.ok ? null : done.error;
  };
