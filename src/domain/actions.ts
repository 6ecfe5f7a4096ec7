import * as v from 'valibot';
import { err, type Result } from '#base/result';
import { ClaimBadge, claimBadge } from './claim-badge.ts';
import type { Need, Patch, Records } from './record.ts';
import type { Refusal } from './refusal.ts';
import type { Judgement, Rule } from './rule.ts';
import { ShowBadge, showBadge } from './show-badge.ts';

/** An action as it travels: a name, the version of its arguments, the arguments. */
export interface NamedAction {
  readonly name: string;
  readonly v: number;
  readonly args: unknown;
}

interface Entry {
  readonly v: number;
  bind(args: unknown): BoundRule | null;
}

/** A rule with its arguments already parsed. */
interface BoundRule {
  needs(judgement: Pick<Judgement, 'actor' | 'facts'>): readonly Need[];
  decide(records: Records, judgement: Judgement): Result<readonly Patch[], Refusal>;
}

const entry = <Args>(version: number, schema: v.GenericSchema<unknown, Args>, rule: Rule<Args>): Entry => ({
  v: version,
  bind: (input) => {
    const args = v.safeParse(schema, input);
    if (!args.success) return null;
    return {
      needs: (judgement) => rule.needs(args.output, judgement),
      decide: (records, judgement) => rule.decide(records, args.output, judgement),
    };
  },
});

/** Every act there is. A published version keeps an upcaster here: a phone may sleep six months. */
const ACTIONS: { readonly [name: string]: Entry } = {
  'claim-badge': entry(1, ClaimBadge, claimBadge),
  'show-badge': entry(1, ShowBadge, showBadge),
};

/** The names of all acts, for the rights table and its generated test. */
export const ACTION_NAMES = ['claim-badge', 'show-badge'] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

/** The rule of a travelled action bound to its arguments; refuses names, versions and arguments it does not know. */
export const bindAction = (action: NamedAction): Result<BoundRule, Refusal> => {
  const known = Object.hasOwn(ACTIONS, action.name) ? ACTIONS[action.name] : undefined;
  if (!known || known.v !== action.v) return err({ type: 'ActionUnknown' });
  const bound = known.bind(action.args);
  return bound ? { ok: true, value: bound } : err({ type: 'ActionMalformed' });
};
