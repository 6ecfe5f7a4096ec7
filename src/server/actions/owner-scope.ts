import type { Actor } from '#domain/device';
import { type Scope, scopeOf } from '#domain/ids';

/** Where the devices of somebody are told: in a person's own scope, else in that of the structure that let them in. */
export const ownerScope = (actor: Actor): Scope => (actor.role === 'person' ? scopeOf('p', actor.person) : scopeOf('s', actor.structure));
