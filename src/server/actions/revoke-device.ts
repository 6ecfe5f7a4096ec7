import type { DeviceId } from '#domain/ids';
import { scopeOf } from '#domain/ids';
import { type Patch, put, type Records, remove } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import { type Family, familyIn, readFamily, sameMembers } from './device-family.ts';
import { ownerScope } from './owner-scope.ts';

/**
 * Ends a device and all that came out of it: their cookies, their segments and their place in their owner's DID document, at once.
 * `false`: there is no such device.
 */
export const revokeDevice = async (store: RecordStore, id: DeviceId): Promise<boolean> => {
  const seen = await readFamily(store, id);
  if (!seen) return false;
  const needs = seen.members.map((member) => ({ scope: scopeOf('d', member), kind: 'device', id: member }) as const);
  const ended = await store.judge(needs, (records): { patches: readonly Patch[]; answer: 'ended' | 'again' } => {
    const family = familyIn(records, id);
    if (!family || !sameMembers(family, seen)) return { patches: [], answer: 'again' };
    return { patches: comeFrom(records, id, family).flatMap((member) => endOf(records, member)), answer: 'ended' };
  });
  return ended === 'again' ? revokeDevice(store, id) : true;
};

/** The device and, whatever their order, all that came out of it. */
const comeFrom = (records: Records, id: DeviceId, { members }: Family): readonly DeviceId[] => {
  const ended = new Set([id]);
  for (let before = 0; before < ended.size; ) {
    before = ended.size;
    for (const member of members) {
      const of = records.get(scopeOf('d', member), 'device', member)?.family?.of;
      if (of && ended.has(of)) ended.add(member);
    }
  }
  return [...ended];
};

const endOf = (records: Records, id: DeviceId): readonly Patch[] => {
  const scope = scopeOf('d', id);
  const device = records.get(scope, 'device', id);
  return device ? [put(scope, 'device', id, { ...device, revoked: true }), remove(ownerScope(device.actor), 'key', id)] : [];
};
