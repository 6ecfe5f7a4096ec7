import * as v from 'valibot';
import { err, type Result } from '#base/result';
import { AddEvidence, addEvidence } from './add-evidence.ts';
import { AnswerRequest, answerRequest } from './answer-request.ts';
import { AskWitness, askWitness } from './ask-witness.ts';
import { ClaimBadge, claimBadge } from './claim-badge.ts';
import { EndLink, endLink } from './end-link.ts';
import { GiveBadge, giveBadge } from './give-badge.ts';
import { KeepAnswer, keepAnswer } from './keep-answer.ts';
import { KeepReflection, keepReflection } from './keep-reflection.ts';
import { MakeLink, makeLink } from './make-link.ts';
import { ReceiveBadge, receiveBadge } from './receive-badge.ts';
import type { Need, Patch, Records } from './record.ts';
import type { Refusal } from './refusal.ts';
import type { Judgement, Rule } from './rule.ts';
import { SayConsent, sayConsent } from './say-consent.ts';
import { SaySeen, saySeen } from './say-seen.ts';
import { SendRequest, sendRequest } from './send-request.ts';
import { ShowBadge, showBadge } from './show-badge.ts';
import { ShowEvidence, showEvidence } from './show-evidence.ts';
import { TakeBackEvidence, takeBackEvidence } from './take-back-evidence.ts';
import { TakeBackRequest, takeBackRequest } from './take-back-request.ts';

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
const ACTIONS = {
  'claim-badge': entry(1, ClaimBadge, claimBadge),
  'show-badge': entry(1, ShowBadge, showBadge),
  'receive-badge': entry(1, ReceiveBadge, receiveBadge),
  'keep-answer': entry(1, KeepAnswer, keepAnswer),
  'keep-reflection': entry(1, KeepReflection, keepReflection),
  'add-evidence': entry(1, AddEvidence, addEvidence),
  'show-evidence': entry(1, ShowEvidence, showEvidence),
  'take-back-evidence': entry(1, TakeBackEvidence, takeBackEvidence),
  'send-request': entry(1, SendRequest, sendRequest),
  'take-back-request': entry(1, TakeBackRequest, takeBackRequest),
  'ask-witness': entry(1, AskWitness, askWitness),
  'say-seen': entry(1, SaySeen, saySeen),
  'answer-request': entry(1, AnswerRequest, answerRequest),
  'give-badge': entry(1, GiveBadge, giveBadge),
  'say-consent': entry(1, SayConsent, sayConsent),
  'make-link': entry(1, MakeLink, makeLink),
  'end-link': entry(1, EndLink, endLink),
} as const;
export type ActionName = keyof typeof ACTIONS;

/** The names of all acts, for the rights table and its generated test. */
export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[];

/** The rule of a travelled action bound to its arguments; refuses names, versions and arguments it does not know. */
export const bindAction = (action: NamedAction): Result<BoundRule, Refusal> => {
  const known: Entry | undefined = Object.hasOwn(ACTIONS, action.name) ? ACTIONS[action.name as ActionName] : undefined;
  if (!known || known.v !== action.v) return err({ type: 'ActionUnknown' });
  const bound = known.bind(action.args);
  return bound ? { ok: true, value: bound } : err({ type: 'ActionMalformed' });
};
