import { err, ok, type Result } from '#base/result';
import { uuidv7 } from '#base/uuid';
import type { BadgeId, MouldId, RequestId } from '#domain/ids';
import { scopeOf } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import { type ActDeps, doAct } from './do-act.ts';

/** What came of asking: the request, and the badge it will become. */
export interface Asked {
  readonly request: RequestId;
  readonly badge: BadgeId;
}

/** *Demander*: sends what was answered about a badge to her own structure, under ids chosen here. */
export const createAskBadge =
  (deps: ActDeps) =>
  async (mould: MouldId, reflection: string): Promise<Result<Asked, Refusal>> => {
    const who = await deps.store.identity();
    if (who?.actor.role !== 'person') return err({ type: 'NotYours' });
    const { person } = who.actor;
    const scope = scopeOf('p', person);
    const structure = (await deps.store.read([{ scope, kind: 'person', id: person }])).get(scope, 'person', person)?.structure;
    const fresh = (): string => uuidv7(deps.clock, deps.chance);
    const asked: Asked = { request: fresh() as RequestId, badge: fresh() as BadgeId };
    const done = await doAct(deps, 'send-request', { ...asked, key: fresh(), reflection, mould, structure });
    return done.ok ? ok(asked) : done;
  };
