import { describe, expect, it } from 'vitest';
import type { Actor, Device } from '#domain/device';
import { CATALOGUE, type DeviceId, type EventId, type Scope, scopeOf } from '#domain/ids';
import { put, remove } from '#domain/record';
import { createPokes } from '#server/actions/pokes';
import { write } from '#server/actions/set-up';
import { openMemoryStore } from '#server/storage/memory';
import { EVENT, PERSON, STRUCTURE, signerOfNumber, uuidOf } from '../../build/field.ts';

const HERS = scopeOf('p', PERSON);
const HOUSE = scopeOf('s', STRUCTURE);

const settled = () => new Promise((resolve) => setImmediate(resolve));

const setting = async () => {
  const store = openMemoryStore();
  const pokes = createPokes(store);
  let made = 0;
  const device = async (actor: Actor) => {
    const id = (await signerOfNumber(300 + made++)).publicKey as DeviceId;
    const record: Device = { actor, enrolledAt: 1, revoked: false, last: 0, head: '' };
    const save = (change: Partial<Device> = {}) => write(store, [put(scopeOf('d', id), 'device', id, { ...record, ...change })]);
    await save();
    const heard: (Scope | undefined)[] = [];
    const stop = await pokes.listen({ id, device: record }, (scope) => heard.push(scope));
    return { id, save, heard, stop, record };
  };
  const touch = async (scope: Scope) => {
    await write(store, [{ scope, kind: 'road', id: 'x', body: { any: 1 } }]);
    await settled();
  };
  return { store, pokes, device, touch };
};

const her: Actor = { role: 'person', person: PERSON };
const organiser: Actor = { role: 'organiser', structure: STRUCTURE };

describe('pokes', () => {
  it('tell a device of its own scopes, once per write, and of nobody else’s', async () => {
    const { device, touch } = await setting();
    const [mine, other] = [await device(her), await device({ role: 'person', person: uuidOf(77) as typeof PERSON })];
    await touch(HERS);
    await touch(CATALOGUE);
    expect(mine.heard).toEqual([HERS, CATALOGUE]);
    expect(other.heard).toEqual([CATALOGUE]);
  });

  it('follow the rights: an event that is planned is told from then on, one that is not no longer', async () => {
    const { store, device, touch } = await setting();
    const { heard } = await device(organiser);
    const event = scopeOf('e', EVENT);
    await touch(event);
    await write(store, [put(HOUSE, 'plan', EVENT, { event: EVENT as EventId })]);
    await settled();
    await touch(event);
    await write(store, [remove(HOUSE, 'plan', EVENT)]);
    await settled();
    await touch(event);
    expect(heard).toEqual([HOUSE, event, HOUSE]);
  });

  it('end with the device, and when asked to', async () => {
    const { pokes, device, touch } = await setting();
    const [ended, stopped, closed] = [await device(her), await device(her), await device(her)];
    await ended.save({ revoked: true });
    await settled();
    stopped.stop?.();
    await touch(HERS);
    pokes.close();
    await touch(HERS);
    expect(ended.heard).toEqual([scopeOf('d', ended.id), undefined]);
    expect(stopped.heard).toEqual([]);
    expect(closed.heard).toEqual([HERS, undefined]);
  });

  it('are not given to more tabs of one device than it can have', async () => {
    const { pokes, device } = await setting();
    const { id, record } = await device(her);
    const listen = () => pokes.listen({ id, device: record }, () => undefined);
    expect([await listen(), await listen(), await listen()].map((stop) => stop !== undefined)).toEqual([true, true, false]);
  });
});
