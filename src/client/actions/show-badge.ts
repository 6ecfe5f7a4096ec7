import type { BadgeId } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import { type ActDeps, doAct } from './do-act.ts';

/** Opens (`world`) or closes (`me`) a badge's public page; null when done. */
export const createShowBadge =
  (deps: ActDeps) =>
  async (badge: BadgeId, to: 'me' | 'world'): Promise<Refusal | null> => {
    const done = await doAct(deps, 'show-badge', { badge, to });
    return done.ok ? null : done.error;
  };
