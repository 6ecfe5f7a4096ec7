import type { Voice } from '#domain/evidence';
import type { Refusal } from '#domain/refusal';
import { type ActDeps, doAct } from './do-act.ts';

/** What is said to a request besides yes. */
export interface Reply {
  readonly person: string;
  readonly request: string;
  readonly say: 'looking' | 'talk' | 'continue';
  readonly voice?: Voice | undefined;
}

/** Answers a request: *on regarde* · *on en parle* · *on continue*. Null when done. */
export const createAnswerRequest =
  (deps: ActDeps) =>
  async ({ voice, ...reply }: Reply): Promise<Refusal | null> => {
    const done = await doAct(deps, 'answer-request', { ...reply, ...(voice && { voice }) });
    return done.ok ? null : done.error;
  };
