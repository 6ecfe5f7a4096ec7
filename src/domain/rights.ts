import type { ActionName } from './actions.ts';
import type { Actor } from './device.ts';
import { CATALOGUE, type Scope, scopeOf } from './ids.ts';

export type Role = Actor['role'];

/** Who may do what: data, not code. A generated test tries every role on every action. */
export const MAY_DO: { readonly [name in ActionName]: readonly Role[] } = {
  'claim-badge': ['person'],
  'show-badge': ['person'],
};

/** May this role do this action at all? What it may do it on is decided by the rule, from the actor. */
export const mayDo = (role: Role, action: string): boolean => Object.hasOwn(MAY_DO, action) && MAY_DO[action as ActionName].includes(role);

/**
 * The scopes a device may read: its own, the catalogue, and what its actor stands for.
 * An organiser also reads the events of the structure; which these are is told by `events`.
 */
export const readableScopes = (actor: Actor, device: string, events: readonly string[]): readonly Scope[] => {
  const own = [CATALOGUE, scopeOf('d', device)];
  if (actor.role === 'person') return [...own, scopeOf('p', actor.person)];
  return [...own, scopeOf('s', actor.structure), ...events.map((event) => scopeOf('e', event))];
};
