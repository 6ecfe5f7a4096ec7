import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BytePlace } from '#domain/byte-place';
import { type DeviceId, type MediaId, scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { STORAGE_FULL, storageError } from '#domain/storage-error';
import { UPLOAD_MS } from '#protocol/media';
import { openReceiver } from '#server/actions/receive-media';
import { openMemoryPlace } from '#server/media/memory-place';
import { openMemoryStore } from '#server/storage/memory';
import { sha256Running } from '../../../src/server/running-hash.ts';
import { clockAt, PERSON, signerOfNumber } from '../../build/field.ts';
import { aPhoto, sha256Hex } from '../../build/media.ts';

const HERS = scopeOf('q', PERSON);

const aWorld = async (change: { readonly store?: Partial<RecordStore>; readonly place?: Partial<BytePlace> } = {}) => {
  const [store, place, clock] = [openMemoryStore(), openMemoryPlace(), clockAt('2026-05-30T09:00Z')];
  const id = (await signerOfNumber(1)).publicKey as DeviceId;
  const device = { actor: { role: 'person', person: PERSON }, enrolledAt: 0, revoked: false, last: 0, head: '' } as const;
  const open = () =>
    openReceiver({
      store: { ...store, ...change.store },
      place: { ...place, ...change.place },
      clock,
      admit: () => true,
      hash: sha256Running,
    });
  return { store, place, clock, who: { id, device }, open };
};
const ofPhoto = (bytes: Uint8Array) =>
  ({ scope: HERS, media: sha256Hex(bytes) as MediaId, type: 'image/jpeg', size: bytes.length }) as const;
const partOf = (bytes: Uint8Array<ArrayBuffer>, offset: number, end: number, whole = true) => ({
  offset,
  bytes: bytes.slice(offset, end),
  whole,
});

const namesIn = async (place: BytePlace): Promise<readonly string[]> => {
  const names: string[] = [];
  for await (const { name } of place.list('')) names.push(name);
  return names;
};

describe('a receiver of media', () => {
  it('tells of bytes only once they are durable, and whoever asks next ends what a crash interrupted', async () => {
    let crashes = 1;
    const world = await aWorld();
    const bytes = aPhoto(500);
    const crashing = openReceiver({
      store: {
        ...world.store,
        judge: (needs, rule) => (crashes-- > 0 ? Promise.reject(new Error('the power is gone')) : world.store.judge(needs, rule)),
      },
      place: world.place,
      clock: world.clock,
      admit: () => true,
      hash: sha256Running,
    });
    await crashing.begin(world.who, ofPhoto(bytes));
    await expect(crashing.append(world.who, ofPhoto(bytes), partOf(bytes, 0, 500))).rejects.toThrow('power');
    expect((await world.store.feed(HERS, 0, 10)).rows).toEqual([]);
    expect(await namesIn(world.place)).toContain(`media/p-${PERSON}/${sha256Hex(bytes)}`);
    const after = await world.open().progress(world.who, ofPhoto(bytes));
    expect(after).toMatchObject({ ok: true, value: { offset: 500, size: 500 } });
    expect((await world.store.feed(HERS, 0, 10)).rows).toMatchObject([{ kind: 'media', id: sha256Hex(bytes) }]);
    expect(await namesIn(world.place)).toEqual([`media/p-${PERSON}/${sha256Hex(bytes)}`]);
  });

  it('writes bytes again that a killed process has left under their name, since a power cut may yet take them', async () => {
    const world = await aWorld();
    const bytes = aPhoto(500);
    const name = `media/p-${PERSON}/${sha256Hex(bytes)}`;
    await world.place.write(name, bytes.length, async function* () {
      yield bytes;
    });
    const written: string[] = [];
    const receiver = openReceiver({
      store: world.store,
      place: {
        ...world.place,
        write: (to, size, parts) => {
          written.push(to);
          return world.place.write(to, size, parts);
        },
      },
      clock: world.clock,
      admit: () => true,
      hash: sha256Running,
    });
    await receiver.begin(world.who, ofPhoto(bytes));
    await receiver.append(world.who, ofPhoto(bytes), partOf(bytes, 0, 500));
    expect(written).toContain(name);
  });

  it('forgets what nobody went on with after a month, parts without their announcement at once, and nothing that has arrived', async () => {
    const world = await aWorld();
    const [receiver, old, young, arrived] = [world.open(), aPhoto(500, 1), aPhoto(500, 2), aPhoto(500, 3)];
    await receiver.begin(world.who, ofPhoto(arrived));
    await receiver.append(world.who, ofPhoto(arrived), partOf(arrived, 0, 500));
    await receiver.begin(world.who, ofPhoto(old));
    await receiver.append(world.who, ofPhoto(old), partOf(old, 0, 100));
    world.clock.tick(UPLOAD_MS - 1000);
    await receiver.begin(world.who, ofPhoto(young));
    await receiver.append(world.who, ofPhoto(young), partOf(young, 0, 100));
    await world.place.write(`uploads/p-${PERSON}/${'0'.repeat(64)}/000000000000-3`, 3, () => one(new Uint8Array(3)));
    await receiver.sweep();
    expect(await receiver.progress(world.who, ofPhoto(old))).toMatchObject({ ok: true, value: { offset: 100 } });
    world.clock.tick(2000);
    await receiver.sweep();
    expect(await receiver.progress(world.who, ofPhoto(old))).toEqual({ ok: false, error: 'NotFound' });
    expect(await receiver.progress(world.who, ofPhoto(young))).toMatchObject({ ok: true, value: { offset: 100 } });
    expect(await receiver.progress(world.who, ofPhoto(arrived))).toMatchObject({ ok: true, value: { offset: 500 } });
    expect(await namesIn(world.place)).toHaveLength(3);
  });

  it('loses nothing that came when the disk is full', async () => {
    let room = 2;
    const world = await aWorld();
    const place: BytePlace = {
      ...world.place,
      write: (name, size, parts) =>
        room-- > 0 ? world.place.write(name, size, parts) : Promise.reject(storageError(STORAGE_FULL, undefined)),
    };
    const receiver = openReceiver({ store: world.store, place, clock: world.clock, admit: () => true, hash: sha256Running });
    const bytes = aPhoto(900);
    await receiver.begin(world.who, ofPhoto(bytes));
    await receiver.append(world.who, ofPhoto(bytes), partOf(bytes, 0, 300));
    await expect(receiver.append(world.who, ofPhoto(bytes), partOf(bytes, 300, 900))).rejects.toMatchObject({ name: 'StorageFull' });
    room = 9;
    expect(await receiver.progress(world.who, ofPhoto(bytes))).toMatchObject({ ok: true, value: { offset: 300 } });
    expect(await receiver.append(world.who, ofPhoto(bytes), partOf(bytes, 300, 900))).toMatchObject({ ok: true, value: { offset: 900 } });
  });

  it('settles once what two connections end at the same moment', async () => {
    const world = await aWorld();
    const [receiver, other, bytes] = [world.open(), world.open(), aPhoto(2000)];
    await receiver.begin(world.who, ofPhoto(bytes));
    const ended = await Promise.all(
      [receiver, receiver, other].map((one) => one.append(world.who, ofPhoto(bytes), partOf(bytes, 0, 2000))),
    );
    expect(ended.filter(({ ok }) => ok)).not.toHaveLength(0);
    expect(await receiver.progress(world.who, ofPhoto(bytes))).toMatchObject({ ok: true, value: { offset: 2000 } });
    expect((await world.store.feed(HERS, 0, 10)).rows).toHaveLength(1);
  });

  it('ends with the same bytes wherever the line is cut, whoever of two connections goes on, and however often the server ends', async () => {
    const step = fc.record({
      size: fc.integer({ min: 1, max: 900 }),
      cut: fc.integer({ min: 0, max: 900 }),
      twice: fc.boolean(),
      restart: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 50 }), async (steps, n) => {
        const world = await aWorld();
        const bytes = aPhoto(4000, n);
        let receiver = world.open();
        await receiver.begin(world.who, ofPhoto(bytes));
        const offsetNow = async (): Promise<number> => {
          const now = await receiver.progress(world.who, ofPhoto(bytes));
          return now.ok ? now.value.offset : 0;
        };
        for (const { size, cut, twice, restart } of [...steps, { size: 4000, cut: 4000, twice: false, restart: true }]) {
          const from = await offsetNow();
          const sent = partOf(bytes, from, Math.min(from + size, from + cut, 4000), cut >= size);
          await Promise.all(
            (twice ? [sent, partOf(bytes, from, Math.min(from + size, 4000))] : [sent]).map((part) =>
              receiver.append(world.who, ofPhoto(bytes), part),
            ),
          );
          if (restart) receiver = world.open();
        }
        expect(await offsetNow()).toBe(4000);
        const standing = await world.place.read(`media/p-${PERSON}/${sha256Hex(bytes)}`);
        for await (const part of standing?.bytes ?? []) expect(sha256Hex(part)).toBe(sha256Hex(bytes));
        expect(await namesIn(world.place)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
