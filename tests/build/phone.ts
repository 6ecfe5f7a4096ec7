import type { Chance, Clock } from '#base/ambient';
import { createClaimBadge } from '#client/actions/claim-badge';
import { doAct } from '#client/actions/do-act';
import { createEnrol } from '#client/actions/enrol';
import { createShowBadge } from '#client/actions/show-badge';
import type { ClientStore } from '#client/sync/client-store';
import { signerOf } from '#client/sync/signer-of';
import { createSync, type Sync } from '#client/sync/sync';
import type { Transport } from '#client/sync/transport';
import type { Badge } from '#domain/badge';
import { type BadgeId, type PersonId, scopeOf } from '#domain/ids';
import { ORIGIN, PERSON } from './field.ts';
import { memoryClientStore } from './memory-client-store.ts';
import { blankDisk, type Disk } from './memory-place.ts';
import { CARD } from './small-server.ts';

/** A person's phone: the real acts and the real engine over a memory store and some transport. */
export interface Phone {
  readonly disk: Disk;
  readonly store: ClientStore;
  readonly claim: ReturnType<typeof createClaimBadge>;
  readonly show: ReturnType<typeof createShowBadge>;
  enrol(card?: string): Promise<string>;
  /** With an invitation: an organiser's or an advisor's. */
  enrolStaff(invitation: string): Promise<string>;
  do(name: Parameters<typeof doAct>[1], args: Parameters<typeof doAct>[2]): ReturnType<typeof doAct>;
  sync(transport?: Transport): Promise<Sync>;
  badges(person?: PersonId): Promise<readonly { readonly id: BadgeId; readonly body: Badge }[]>;
}

export interface PhoneOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly disk?: Disk;
  readonly origin?: string;
  /** For phones that die: wraps the store. */
  readonly wrap?: (store: ClientStore) => ClientStore;
}

export const aPhone = ({ transport, clock, chance, disk = blankDisk(), origin = ORIGIN, wrap = (store) => store }: PhoneOptions): Phone => {
  const store = wrap(memoryClientStore(disk));
  const deps = { store, clock, chance, origin };
  const makeKey = async () => ({ seed: chance(32) });
  const { enrol, enrolOrganiser } = createEnrol({ store, post: transport.post, makeKey, signerOf });
  return {
    disk,
    store,
    claim: createClaimBadge(deps),
    show: createShowBadge(deps),
    enrol: (card = CARD) => enrol(card, [1, 2, 3, 4]),
    enrolStaff: enrolOrganiser,
    do: (name, args) => doAct(deps, name, args),
    sync: async (over = transport) => createSync({ store, transport: over, signerOf, makeKey, clock, chance }),
    badges: async (person = PERSON) => {
      const scope = scopeOf('p', person);
      const records = await store.read([{ scope, kind: 'badge' }]);
      return records.list(scope, 'badge').map(({ id, body }) => ({ id: id as BadgeId, body }));
    },
  };
};
