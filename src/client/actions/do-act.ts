import type { Chance, Clock } from '#base/ambient';
import { err, ok, type Result } from '#base/result';
import { uuidv7 } from '#base/uuid';
import { type ActionName, bindAction, type NamedAction } from '#domain/actions';
import { afterAll } from '#domain/after-all';
import type { ActionId } from '#domain/ids';
import type { Records } from '#domain/record';
import type { Refusal } from '#domain/refusal';
import type { Facts, Judgement } from '#domain/rule';
import { factsOf } from '#protocol/facts';
import { ISSUER_NEEDS, issuerKeys } from './issuer-keys.ts';
import type { KeepAct, KnowsWho, ReadRecords, Who } from './ports.ts';

export interface ActDeps {
  readonly store: ReadRecords & KeepAct & KnowsWho;
  /** The server's time as well as it can be told (client/sync/server-clock). */
  readonly clock: Clock;
  readonly chance: Chance;
  /** Our own origin: only its tickets are ours. */
  readonly origin: string;
}

type Args = { readonly [name: string]: unknown };

/** Does something: finds the facts, asks the domain rule, and keeps the act in the outbox if the rule agrees; all other acts go through here. */
export const doAct = async (deps: ActDeps, name: ActionName, args: Args): Promise<Result<'kept', Refusal>> => {
  const who = await deps.store.identity();
  if (!who) return err({ type: 'NotYours' });
  const act: NamedAction = { name, v: 1, args };
  const facts = await factsOf(act, deps.origin, issuerKeys(await deps.store.read(ISSUER_NEEDS)));
  const bound = bindAction(act);
  if (!bound.ok) return bound;
  const needs = bound.value.needs({ actor: who.actor, facts });
  const id = uuidv7(deps.clock, deps.chance) as ActionId;
  let at = deps.clock();
  return deps.store.act<Result<'kept', Refusal>>(
    needs,
    (n) => ({ action: { id, n, at, name, v: 1, args }, n, at, name, v: 1, args, facts }),
    (records) => {
      // The hybrid part of the logical clock: this device's own may be slow, or have been set back.
      at = Math.max(at, afterAll(records, needs));
      const decided = bound.value.decide(records, judgement(who, facts, at));
      // A rule that agrees and changes nothing needs no act.
      return decided.ok ? { keep: decided.value.length > 0, answer: ok('kept') } : { keep: false, answer: decided };
    },
  );
};

/** What the rule would say now, without doing anything. */
export const predict = async (
  deps: Pick<ActDeps, 'clock'> & { readonly store: ReadRecords },
  who: Who,
  facts: Facts,
  act: NamedAction,
): Promise<Refusal | null> => {
  const bound = bindAction(act);
  if (!bound.ok) return bound.error;
  const records: Records = await deps.store.read(bound.value.needs({ actor: who.actor, facts }));
  const decided = bound.value.decide(records, judgement(who, facts, deps.clock()));
  return decided.ok ? null : decided.error;
};

const judgement = ({ actor, device }: Who, facts: Facts, at: number): Judgement => ({ place: 'phone', now: at, at, actor, device, facts });
