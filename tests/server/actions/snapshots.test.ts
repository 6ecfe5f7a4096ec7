import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '#base/bytes';
import { CATALOGUE, scopeOf } from '#domain/ids';
import { remove } from '#domain/record';
import type { Snapshot } from '#protocol/sync';
import { write } from '#server/actions/set-up';
import { createSnapshots, type PackedSnapshot } from '#server/actions/snapshots';
import { openMemoryStore } from '#server/storage/memory';
import { clockAt, PERSON } from '../../build/field.ts';

const setting = async (packedSize = 9999) => {
  const clock = clockAt('2026-05-30T09:00Z');
  const store = openMemoryStore(clock);
  const roads = async (...names: readonly string[]) => {
    await write(
      store,
      names.map((id) => ({ scope: CATALOGUE, kind: 'road' as const, id, body: { id } })),
    );
    return (await store.heads([CATALOGUE])).get(CATALOGUE)?.seq ?? 0;
  };
  let made = 0;
  const pack = async (text: string) => {
    made += 1;
    return { plain: utf8(text), br: utf8('br'), gzip: new Uint8Array(packedSize) };
  };
  const snapshots = createSnapshots({ store, clock, epoch: 'one', pack });
  const latest = async (seq: number) => {
    snapshots.upTo(CATALOGUE, seq);
    await snapshots.idle();
    return snapshots.upTo(CATALOGUE, seq);
  };
  return { clock, store, roads, snapshots, latest, made: () => made };
};

const told = (packed: PackedSnapshot | undefined): Snapshot => JSON.parse(fromUtf8(packed?.plain ?? utf8('null')));

describe('snapshots of the catalogue', () => {
  it('are made when first asked for, and hold every live row up to their cursor', async () => {
    const { roads, store, snapshots, latest } = await setting();
    await roads('a', 'b', 'c');
    await write(store, [remove(CATALOGUE, 'road', 'b')]);
    const seq = await roads('d');
    expect(snapshots.upTo(CATALOGUE, seq)).toBeUndefined();
    expect(await latest(seq)).toBe(seq);
    const { rows, ...rest } = told(snapshots.find('one', CATALOGUE, seq));
    expect(rest).toEqual({ protocol: 1, epoch: 'one', scope: CATALOGUE, cursor: seq });
    expect(rows.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });

  it('are made once for everybody, anew a minute latest a change, and the one before stays for who is fetching it', async () => {
    const { roads, snapshots, latest, clock, made } = await setting();
    const first = await roads('a');
    for (let i = 0; i < 5; i++) await latest(first);
    const second = await roads('b');
    expect(await latest(second)).toBe(first);
    clock.tick(61_000);
    expect(await latest(second)).toBe(second);
    expect(made()).toBe(2);
    expect(told(snapshots.find('one', CATALOGUE, first)).rows).toHaveLength(1);
    expect(told(snapshots.find('one', CATALOGUE, second)).rows).toHaveLength(2);
  });

  it('are never ahead of who asks: a server that was set back offers none of what it lost', async () => {
    const { roads, latest } = await setting();
    const seq = await roads('a', 'b');
    expect(await latest(seq)).toBe(seq);
    expect(await latest(seq - 1)).toBeUndefined();
  });

  it('exist of nothing personal, of no other history, and of nothing small', async () => {
    const { roads, snapshots, latest } = await setting();
    const seq = await roads('a');
    await latest(seq);
    expect(snapshots.upTo(scopeOf('p', PERSON), 5)).toBeUndefined();
    expect(snapshots.find('two', CATALOGUE, seq)).toBeUndefined();
    const small = await setting(100);
    const at = await small.roads('a');
    expect(await small.latest(at)).toBeUndefined();
    expect(await small.latest(at)).toBeUndefined();
    expect(small.made()).toBe(1);
  });
});
