import { toBase64url, toHex, utf8 } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import { uuidv7 } from '#base/uuid';
import { sha256 } from '#credentials/sha256';
import { scopeOf } from '#domain/ids';
import type { Refusal } from '#domain/refusal';
import { WITNESS_PATH } from '#protocol/scan';
import { type ActDeps, doAct } from './do-act.ts';

/** Whom to ask, and how. */
export interface AskedWitness {
  /** The time of thinking, or the badge, it is about. */
  readonly about: string;
  readonly mould: string;
  readonly by: 'here' | 'qr' | 'link' | 'slip';
}

/** The id of the question; unless the witness stands here, the address that opens their page. It is told this once and kept nowhere. */
export interface OpenQuestion {
  readonly witness: string;
  readonly address?: string;
}

/** *Qui l'a vu ?*: asks one witness. The question is on this device, durably, when this resolves. */
export const createAskWitness =
  (deps: ActDeps) =>
  async ({ by, ...asked }: AskedWitness): Promise<Result<OpenQuestion, Refusal>> => {
    const structure = await structureOf(deps);
    if (!structure) return err({ type: 'NotYours' });
    const witness = uuidv7(deps.clock, deps.chance);
    const secret = toBase64url(deps.chance(16));
    const way = by === 'here' ? {} : { secret: toHex(await sha256(utf8(secret))) };
    const done = await doAct(deps, 'ask-witness', { ...asked, witness, structure, by, ...way });
    if (!done.ok) return done;
    return ok(by === 'here' ? { witness } : { witness, address: `${deps.origin}${WITNESS_PATH}#${secret}` });
  };

/** The structure this person belongs to; undefined on a device that is not a person's. */
const structureOf = async ({ store }: Pick<ActDeps, 'store'>): Promise<string | undefined> => {
  const actor = (await store.identity())?.actor;
  if (actor?.role !== 'person') return undefined;
  const scope = scopeOf('p', actor.person);
  return (await store.read([{ scope, kind: 'person', id: actor.person }])).get(scope, 'person', actor.person)?.structure;
};
