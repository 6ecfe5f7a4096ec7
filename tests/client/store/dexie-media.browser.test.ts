import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeldMedia, Take } from '#client/media/media-store';
import { type DexieMedia, openDexieMedia } from '#client/store/dexie-media';
import { openDexieStore } from '#client/store/dexie-store';
import { type MediaId, scopeOf } from '#domain/ids';
import { PERSON } from '../../build/field.ts';

let n = 0;
let name = '';
let media: DexieMedia;

beforeEach(() => {
  n += 1;
  name = `media-${n}`;
  media = openDexieMedia(name);
});
afterEach(async () => {
  media.close();
  await Dexie.delete(name);
});

const aTake = (id: string): Take => ({ id, kind: 'video', type: 'video/mp4', at: 1, ms: 0 });
const aMedia = (digit: string, take: string): HeldMedia => ({
  id: digit.repeat(64) as MediaId,
  scope: scopeOf('q', PERSON),
  kind: 'video',
  type: 'video/mp4',
  size: 6,
  at: 1,
  take,
  sent: 0,
  asked: false,
});
const bytes = (...values: readonly number[]): ArrayBuffer => Uint8Array.from(values).buffer;

describe('a take', () => {
  it('keeps its bytes in order as they come, and is found again by the next start', async () => {
    await media.begin(aTake('a'));
    expect(await media.write('a', bytes(1, 2, 3), 1000)).toEqual({ ok: true, value: undefined });
    await media.write('a', bytes(4), 2000);
    media.close();
    media = openDexieMedia(name);
    expect(await media.takes()).toEqual([{ ...aTake('a'), ms: 2000 }]);
    expect([...(await media.bytesOf('a'))]).toEqual([1, 2, 3, 4]);
  });

  it('leaves nothing behind when it is dropped', async () => {
    await media.begin(aTake('a'));
    await media.write('a', bytes(1), 0);
    await media.drop('a');
    expect([await media.takes(), (await media.bytesOf('a')).length]).toEqual([[], 0]);
  });

  it('has other bytes and another type once it was written anew: what was there is gone', async () => {
    await media.begin(aTake('a'));
    await media.write('a', bytes(1, 2, 3), 0);
    await media.rewrite('a', 'image/webp', bytes(9));
    expect([...(await media.bytesOf('a'))]).toEqual([9]);
    expect((await media.take('a'))?.type).toBe('image/webp');
  });
});

describe('what is kept', () => {
  it('stays when its take is closed, or dropped by a screen that knows no better', async () => {
    await media.begin(aTake('a'));
    await media.write('a', bytes(1, 2), 0);
    await media.keep(aMedia('1', 'a'));
    await media.drop('a');
    expect([...(await media.bytesOf('a'))]).toEqual([1, 2]);
    expect(await media.takes()).toEqual([]);
  });

  it('stands once when the same bytes were taken twice', async () => {
    for (const take of ['a', 'b']) {
      await media.begin(aTake(take));
      await media.write(take, bytes(1, 2), 0);
      await media.keep(aMedia('1', take));
      await media.settle(take);
    }
    expect(await media.held()).toEqual([aMedia('1', 'a')]);
    expect((await media.bytesOf('b')).length).toBe(0);
  });

  it('notes what the server acknowledged, what it refused and what was asked for', async () => {
    await media.keep(aMedia('1', 'a'));
    await media.sentUpTo('1'.repeat(64), 4);
    await media.refuse('1'.repeat(64), 'QuotaFull');
    await media.ask(['1'.repeat(64), '2'.repeat(64)]);
    expect(await media.one('1'.repeat(64))).toEqual({ ...aMedia('1', 'a'), sent: 4, refused: 'QuotaFull', asked: true });
  });

  it('is gone with its bytes when it is forgotten', async () => {
    await media.begin(aTake('a'));
    await media.write('a', bytes(1, 2), 0);
    await media.keep(aMedia('1', 'a'));
    await media.settle('a');
    await media.forget(['1'.repeat(64), '2'.repeat(64)]);
    expect([await media.held(), (await media.bytesOf('a')).length]).toEqual([[], 0]);
  });
});

describe('beside the acts', () => {
  it('the store of the acts works on the same database, at the same time', async () => {
    const store = openDexieStore(name);
    await media.begin(aTake('a'));
    const [written, outbox] = await Promise.all([media.write('a', new ArrayBuffer(3_000_000), 0), store.outbox()]);
    expect([written.ok, outbox]).toEqual([true, []]);
    store.close();
  });

  it('a change is told to whoever listens, in this tab and others', async () => {
    const other = openDexieMedia(name);
    const told = new Promise<string>((resolve) => other.subscribe(() => resolve('told')));
    await media.begin(aTake('a'));
    expect(await told).toBe('told');
    other.close();
  });
});
