import type { ActionName } from './actions.ts';
import type { Actor } from './device.ts';
import { CATALOGUE, type Scope, scopeOf } from './ids.ts';

export type Role = Actor['role'];

/** Who may do what: data, not code. A generated test tries every role on every action. */
export const MAY_DO: { readonly [name in ActionName]: readonly Role[] } = {
  'claim-badge': ['person'],
  'show-badge': ['person'],
  'receive-badge': ['person'],
  'keep-answer': ['person'],
  'keep-reflection': ['person'],
  'add-evidence': ['person'],
  'show-evidence': ['person'],
  'take-back-evidence': ['person'],
  'send-request': ['person'],
  'take-back-request': ['person'],
  'ask-witness': ['person'],
  'say-seen': ['witness', 'person', 'advisor'],
  'answer-request': ['advisor'],
  'give-badge': ['advisor'],
  'say-consent': ['person'],
  'make-link': ['person'],
  'end-link': ['person'],
};

/** May this role do this action at all? What it may do it on is decided by the rule, from the actor. */
export const mayDo = (role: Role, action: string): boolean => Object.hasOwn(MAY_DO, action) && MAY_DO[action as ActionName].includes(role);

/** What a structure's own scope tells of other scopes: its events, and the people it goes with. */
export interface Known {
  readonly events: readonly string[];
  readonly people: readonly string[];
}

/**
 * The scopes a device may read: its own, the catalogue, and what its actor stands for. What a person keeps to herself (`q:`) is read by her
 * alone; an organiser reads the structure and its events, an advisor its people too; a witness reads nothing of anybody.
 */
export const readableScopes = (actor: Actor, device: string, { events, people }: Known): readonly Scope[] => {
  const own = [CATALOGUE, scopeOf('d', device)];
  if (actor.role === 'witness') return own;
  if (actor.role === 'person') return [...own, scopeOf('p', actor.person), scopeOf('q', actor.person)];
  const house = [...own, scopeOf('s', actor.structure), ...events.map((event) => scopeOf('e', event))];
  return actor.role === 'advisor' ? [...house, ...people.map((person) => scopeOf('p', person))] : house;
};
