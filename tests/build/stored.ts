import type { ClientStore, Identity, OutboxEntry, PulledPage, SealedSegment } from '#client/sync/client-store';
import { type DeviceId, type Scope, scopeOf } from '#domain/ids';
import type { Need } from '#domain/record';
import type { Facts } from '#domain/rule';
import type { Action } from '#protocol/action';
import { aTicket, badgeId, chanceOf, PERSON, uuidOf } from '../build/field.ts';
import { pullInto, type ToldScope } from '../build/pulled-page.ts';

export const PEOPLE = scopeOf('p', PERSON);
export const DEVICE = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' as DeviceId;
export const OTHER = 'z6MknGc3ocHs3zdPiJbnaaqDi58NGb4pk1Sp9WxWufuXSdxf' as DeviceId;
export const OWN = scopeOf('d', DEVICE);
export const badges: readonly Need[] = [{ scope: PEOPLE, kind: 'badge' }];

export const identity = (device: DeviceId = DEVICE): Identity => ({
  device,
  actor: { role: 'person', person: PERSON },
  keyPair: { seed: chanceOf(5)(32) },
});

export const claimed = (n: number, event = n): OutboxEntry => {
  const args = { badge: badgeId(n), ticket: `https://pepites.example/e#${n}` };
  const action: Action = { id: uuidOf(500 + n) as Action['id'], n, at: 1000 + n, name: 'claim-badge', v: 1, args };
  const facts: Facts = { ticket: { ticket: aTicket({ event: uuidOf(300 + event) as never }), proof: 'proven' } };
  return { action, n, at: action.at, name: action.name, v: action.v, args, facts };
};

export const segmentOf = (prev: string, head: string, ...ns: readonly number[]): SealedSegment => ({
  last: ns.at(-1) ?? 0,
  head,
  segment: { device: DEVICE, prev, actions: ns.map((n) => claimed(n).action), signature: 'A'.repeat(86) },
});

export type Told = Partial<PulledPage['progress']>;

export const pull = (store: ClientStore, told: Told, ...scopes: readonly ToldScope[]) => pullInto(store, told, scopes);

export const inScope = (scope: Scope, cursor: number, ...rows: PulledPage['scopes'][number]['rows']): ToldScope => ({
  scope,
  cursor,
  rows,
});

export const keepAct = (store: ClientStore, make: (n: number) => OutboxEntry = claimed) =>
  store.act([], make, () => ({ keep: true, answer: null }));

export const heldBadges = async (store: ClientStore) => (await store.read(badges)).list(PEOPLE, 'badge').map(({ id }) => id);

/** A place where a store keeps things: each `open` is another tab or another start over the same place. */
export interface StorePlace {
  open(): ClientStore;
  /** Another place, blank. Stores over this one are finished with. */
  reset(): Promise<void>;
}
