import type { Device } from '#domain/device';
import { type DeviceId, type Scope, scopeOf } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { RecordStore } from '#domain/record-store';

/** A device and the others it shares acts with: the same phone under an earlier or a later key, or a copy of it. */
export interface Family {
  readonly device: Device;
  readonly root: DeviceId;
  /** All of them, the device included, sorted. */
  readonly members: readonly DeviceId[];
}

const deviceNeed = (id: DeviceId) => ({ scope: scopeOf('d', id), kind: 'device', id }) as const;

const deviceIn = (records: Records, id: DeviceId): Device | undefined => records.get(scopeOf('d', id), 'device', id);

/** What must be loaded to know a device's family again inside a transaction. */
export const familyNeeds = (id: DeviceId, root: DeviceId): readonly Need[] =>
  root === id ? [deviceNeed(id)] : [deviceNeed(id), deviceNeed(root)];

/** The family as these records have it. */
export const familyIn = (records: Records, id: DeviceId): Family | undefined => {
  const device = deviceIn(records, id);
  if (!device) return undefined;
  const root = device.family?.root ?? id;
  const heirs = deviceIn(records, root)?.heirs ?? [];
  return { device, root, members: [...new Set([id, root, ...heirs])].toSorted() };
};

/** The family of an enrolled device; undefined when there is no such device. */
export const readFamily = async (store: RecordStore, id: DeviceId): Promise<Family | undefined> => {
  const device = deviceIn(await store.read([deviceNeed(id)]), id);
  if (!device) return undefined;
  const root = device.family?.root;
  return familyIn(await store.read(familyNeeds(id, root ?? id)), id);
};

/** Are two looks at a family the same? An heir may have come in between. */
export const sameMembers = (a: Family, b: Family): boolean => a.members.join() === b.members.join();

/** The end of an act's id, enough to know it again within one family (62 random bits). */
export const tailOf = (actionId: string): string => actionId.slice(-17);

const others = (id: DeviceId, { members }: Family): readonly Scope[] =>
  members.flatMap((member) => (member === id ? [] : [scopeOf('d', member)]));

/** What must be loaded to know which acts the others of a family have brought already; nothing for a device on its own. */
export const needsOfDone = (id: DeviceId, family: Family, actionIds: readonly string[]): readonly Need[] =>
  others(id, family).flatMap((scope): readonly Need[] => [
    { scope, kind: 'head' },
    ...actionIds.map((action) => ({ scope, kind: 'refusal', id: action }) as const),
  ]);

/** The ends of the ids of all acts the others have brought. */
export const doneByOthers = (records: Records, id: DeviceId, family: Family): ReadonlySet<string> =>
  new Set(others(id, family).flatMap((scope) => records.list(scope, 'head').flatMap(({ body }) => body.ids ?? [])));

/** Why an act the others have brought was refused, if it was. */
export const refusedToOthers = (records: Records, id: DeviceId, family: Family, action: string) =>
  others(id, family)
    .map((scope) => records.get(scope, 'refusal', action)?.refusal)
    .find((refusal) => refusal !== undefined);
