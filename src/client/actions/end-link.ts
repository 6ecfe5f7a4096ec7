import type { LinkId } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import { type ActDeps, doAct } from './do-act.ts';

/** Closes a link I gave, or opens it again; null when done. */
export const createEndLink =
  (deps: ActDeps) =>
  async (link: LinkId, open: boolean): Promise<Refusal | null> => {
    const done = await doAct(deps, 'end-link', { link, open });
    return done.ok ? null : done.error;
  };
