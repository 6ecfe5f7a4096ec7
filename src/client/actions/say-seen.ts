import type { Voice } from '#domain/evidence';
import { scopeOf } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import { type ActDeps, doAct } from './do-act.ts';

/** Who saw it, as they say themselves; none of it is needed. */
export interface Who {
  readonly firstName?: string;
  readonly figure?: string;
  readonly voice?: Voice;
}

/** *Je l'ai vu*, said on her own phone by the person who stands beside her. Null when done. */
export const createSaySeen =
  (deps: ActDeps) =>
  async (witness: string, who: Who): Promise<Refusal | null> => {
    const actor = (await deps.store.identity())?.actor;
    if (actor?.role !== 'person') return { type: 'NotYours' };
    const scope = scopeOf('p', actor.person);
    const structure = (await deps.store.read([{ scope, kind: 'witness', id: witness }])).get(scope, 'witness', witness)?.structure;
    if (!structure) return { type: 'RequestUnknown' };
    const done = await doAct(deps, 'say-seen', { person: actor.person, witness, structure, who });
    return done.ok ? null : done.error;
  };
