import type { Device } from '#domain/device';
import { CATALOGUE, type DeviceId, type Scope, scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { readableScopes } from '#domain/rights';

/** A device that has signed in. */
export interface Who {
  readonly id: DeviceId;
  readonly device: Device;
}

const NOTHING = { events: [], people: [] } as const;

/** Every scope a device may read now. Its owner's first: a new phone shows her before the catalogue. */
export const scopesOf = async (store: RecordStore, { id, device }: Who): Promise<readonly Scope[]> => {
  const { actor } = device;
  const known = actor.role === 'person' || actor.role === 'witness' ? NOTHING : await knownIn(store, scopeOf('s', actor.structure));
  const scopes = readableScopes(actor, id, known);
  return [...scopes.filter((scope) => scope !== CATALOGUE), CATALOGUE];
};

const knownIn = async (store: RecordStore, scope: Scope) => {
  const records = await store.read([
    { scope, kind: 'plan' },
    { scope, kind: 'member' },
  ]);
  return {
    events: records.list(scope, 'plan').map(({ body }) => body.event),
    people: records.list(scope, 'member').map(({ body }) => body.person),
  };
};
