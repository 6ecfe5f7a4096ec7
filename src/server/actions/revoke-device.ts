import type { DeviceId } from '#domain/ids';
import { scopeOf } from '#domain/ids';
import { put, remove } from '#domain/record';
import type { RecordStore } from '#domain/record-store';

/** Ends a device: its cookie, its segments and its place in its owner's DID document, at once. `false`: there is no such device. */
export const revokeDevice = (store: RecordStore, id: DeviceId): Promise<boolean> => {
  const scope = scopeOf('d', id);
  return store.judge([{ scope, kind: 'device', id }], (records) => {
    const device = records.get(scope, 'device', id);
    if (!device) return { patches: [], answer: false };
    const owner = device.actor.role === 'person' ? scopeOf('p', device.actor.person) : scopeOf('s', device.actor.structure);
    return { patches: [put(scope, 'device', id, { ...device, revoked: true }), remove(owner, 'key', id)], answer: true };
  });
};
