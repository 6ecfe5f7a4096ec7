import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BytePlace } from '#domain/byte-place';
import { type Scope, scopeOf } from '#domain/ids';
import { type Patch, put } from '#domain/record';
import { backUpOnce } from '#server/back-up-once';
import { keepBackup } from '#server/keep-backup';
import { openKeyFiles } from '#server/key-files';
import { openMemoryPlace } from '#server/media/memory-place';
import { restoreBackup } from '#server/restore-backup';
import { openMemoryStore } from '#server/storage/memory';
import { clockAt } from '../build/field.ts';
import { placeHashes, scopeHashes } from '../build/fingerprints.ts';
import { inParts } from '../contracts/byte-place.contract.ts';

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const someData = () => ({ store: openMemoryStore(), media: openMemoryPlace(), keys: openKeyFiles(join(aFolder(), 'keys')) });
type Data = ReturnType<typeof someData>;

const writing =
  (...patches: readonly Patch[]) =>
  () => ({ patches, answer: undefined });

const person = (n: number): Scope => scopeOf('p', `person-${n}`);
const aRecord = (n: number, id: string, at = n): Patch => put(person(n), 'key', id, { enrolledAt: at });

const addMedia = async ({ store, media }: Data, n: number, text: string): Promise<string> => {
  const bytes = new TextEncoder().encode(text);
  const id = createHash('sha256').update(bytes).digest('hex');
  await media.write(`media/p-person-${n}/${id}`, bytes.length, () => inParts(bytes));
  await store.judge([], writing(put(person(n), 'media', id, { type: 'image/png', size: bytes.length, at: 1 })));
  return id;
};

const fill = async (data: Data): Promise<void> => {
  data.keys.create('pins' as never);
  data.keys.serverSecret();
  await data.store.setMeta('host', 'https://badges.example.org');
  await data.store.setMeta('seed', 'none');
  await data.store.firstMeta('epoch', 'before');
  for (let n = 0; n < 5; n++) await data.store.judge([], writing(aRecord(n, 'a'), aRecord(n, 'b')));
  await addMedia(data, 1, 'a photo');
};

const change = async (data: Data): Promise<void> => {
  await data.store.judge([], writing(aRecord(0, 'a', 99), aRecord(7, 'new')));
  await data.store.judge([], writing({ ...aRecord(1, 'b'), body: null }));
  await addMedia(data, 2, 'another photo');
  data.keys.create('chenes' as never);
};

const allOf = async ({ store, media, keys }: Data) => ({
  records: await scopeHashes(store),
  media: await placeHashes(media, 'media'),
  keys: keys.entries().toSorted((a, b) => (a.name < b.name ? -1 : 1)),
});

const restored = async (place: BytePlace) => {
  const data = someData();
  const done = await restoreBackup(place, data);
  return { data, done, all: await allOf(data) };
};

const clock = clockAt('2026-05-30T09:00Z');
const run = (data: Data, place: BytePlace) => {
  clock.tick(1000);
  return backUpOnce(data, place, clock());
};

/** A place that breaks at its nth write, and from then on. */
const breakingAt = (place: BytePlace, nth: number): BytePlace => {
  let writes = 0;
  return { ...place, write: (...said) => (++writes >= nth ? Promise.reject(new Error('the line is cut')) : place.write(...said)) };
};
const writesOf = async (work: (place: BytePlace) => Promise<unknown>, place: BytePlace): Promise<number> => {
  let writes = 0;
  await work({
    ...place,
    write: (...said) => {
      writes++;
      return place.write(...said);
    },
  });
  return writes;
};

describe('a backup', () => {
  it('brings everything back: every record of every scope, removed ones too, all media and keys', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    await change(data);
    const written = await run(data, place);
    expect(written).toMatchObject({ copied: 2, missing: [] });
    const back = await restored(place);
    expect(back.done).toMatchObject({ problems: [], media: 2 });
    expect(back.all).toEqual(await allOf(data));
    expect([await back.data.store.meta('host'), await back.data.store.meta('seed')]).toEqual(['https://badges.example.org', 'none']);
    // Another history: phones must pull anew.
    expect([await back.data.store.meta('epoch'), await back.data.store.meta('restoring')]).toEqual([undefined, '']);
  });

  it('writes only what is new the next time, and nothing when nothing is', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    const first = await run(data, place);
    expect(first.rows).toBe(11);
    expect(await run(data, place)).toMatchObject({ rows: 0, scopes: [], copied: 0, bytes: 0 });
    await change(data);
    const next = await run(data, place);
    expect(next).toMatchObject({ rows: 4, copied: 1, chain: first.chain });
    expect(next.scopes.map(({ scope, from, to }) => [scope, from, to])).toEqual([
      [person(0), 2, 3],
      [person(1), 3, 4],
      [person(2), 2, 3],
      [person(7), 0, 1],
    ]);
    expect((await restored(place)).all).toEqual(await allOf(data));
  });

  it('takes one moment, whatever is written while it runs', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    const before = await scopeHashes(data.store);
    // Somebody writes just after the backup has begun to look.
    const look: Data['store']['look'] = (at) =>
      data.store.look(async (moment) => {
        const counters = await moment.counters('all');
        await change(data);
        return at({ ...moment, counters: async () => counters });
      });
    await run({ ...data, store: { ...data.store, look } }, place);
    expect((await restored(place)).all.records).toEqual(before);
    await run(data, place);
    expect((await restored(place)).all).toEqual(await allOf(data));
  });

  it('cut at any write is what it was before, and goes on the next time', async () => {
    const [data, first] = [someData(), openMemoryPlace()];
    await fill(data);
    const writes = await writesOf((place) => run(data, place), first);
    expect(writes).toBeGreaterThan(4);
    // The last write is the list of what is there: all is there without it.
    for (let nth = 1; nth < writes; nth++) {
      const place = openMemoryPlace();
      await expect(run(data, breakingAt(place, nth))).rejects.toThrow('cut');
      await expect(restored(place)).rejects.toThrow('no backup here');
      await run(data, place);
      expect((await restored(place)).all).toEqual(await allOf(data));
    }
    const before = await scopeHashes(data.store);
    await change(data);
    for (let nth = 1; nth <= 2; nth++) {
      await expect(run(data, breakingAt(first, nth))).rejects.toThrow('cut');
      expect((await restored(first)).all.records).toEqual(before);
    }
    await run(data, first);
    expect((await restored(first)).all).toEqual(await allOf(data));
  });

  it('has large scopes in several parts, read back part by part', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    const text = 'x'.repeat(50_000);
    for (let i = 0; i < 200; i++)
      await data.store.judge([], writing({ scope: person(i % 2), kind: 'person', id: `r${i}`, body: { text, i } }));
    await run(data, place);
    expect(Object.keys(await placeHashes(place, 'records')).filter((name) => /\.\d{6}$/.test(name)).length).toBeGreaterThan(2);
    expect((await restored(place)).all).toEqual(await allOf(data));
  });

  it('begins anew after a month, and then forgets the oldest and media that were erased', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    const id = await addMedia(data, 3, 'to be erased');
    await run(data, place);
    await data.media.remove(`media/p-person-3/${id}`);
    await data.store.judge([], writing({ scope: person(3), kind: 'media', id: id as never, body: null }));
    for (let month = 0; month < 3; month++) {
      clock.tick(31 * 86_400_000);
      await run(data, place);
    }
    const names = Object.keys(await placeHashes(place));
    expect(new Set(names.filter((name) => name.startsWith('records/')).map((name) => name.split('/')[1])).size).toBe(2);
    expect(names.filter((name) => name.includes(id))).toEqual([]);
    expect((await restored(place)).all).toEqual(await allOf(data));
  });

  it('says what cannot be brought back: a missing or damaged part, damaged or missing media', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    await run(data, place);
    await change(data);
    await run(data, place);
    await data.store.judge([], writing(aRecord(0, 'c')));
    await run(data, place);
    const names = Object.keys(await placeHashes(place));
    const parts = names.filter((name) => /\.\d{6}$/.test(name));
    const photo = names.find((name) => name.startsWith('media/')) ?? '';
    const without = async (name: string, bytes?: string): Promise<readonly string[]> => {
      const copy = openMemoryPlace();
      for (const one of names) {
        const standing = await place.read(one);
        const held: Uint8Array[] = [];
        for await (const part of standing?.bytes ?? []) held.push(part);
        const all = one === name ? new TextEncoder().encode(bytes) : new Uint8Array(Buffer.concat(held));
        if (one !== name || bytes !== undefined) await copy.write(one, all.length, () => inParts(all));
      }
      return (await restored(copy)).done.problems;
    };
    expect(await without('none')).toEqual([]);
    expect(await without(parts[1] ?? '')).toEqual([`${person(0)}: some of what was written is missing`]);
    expect(await without(parts[1] ?? '', 'damaged')).toEqual([
      expect.stringContaining(parts[1] ?? ''),
      `${person(0)}: some of what was written is missing`,
    ]);
    expect(await without(photo)).toEqual([expect.stringContaining('are missing')]);
    expect(await without(photo, 'a phota')).toEqual([`${photo} is damaged`]);
  });

  it('made by a newer version is refused', async () => {
    const place = openMemoryPlace();
    const said = new TextEncoder().encode(JSON.stringify({ format: 99, at: '', facts: {} }));
    await place.write('records/20990101T000000000Z-00000000/complete', said.length, () => inParts(said));
    await expect(restored(place)).rejects.toThrow('newer version');
  });

  it('can be brought back again where bringing it back was interrupted', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    await run(data, place);
    const into = someData();
    const broken = { ...into, store: { ...into.store, putBack: () => Promise.reject(new Error('the power is gone')) } };
    await expect(restoreBackup(place, broken)).rejects.toThrow('power');
    expect(await into.store.meta('restoring')).not.toBe('');
    await restoreBackup(place, into);
    expect(await allOf(into)).toEqual(await allOf(data));
  });
});

describe('a continuous backup', () => {
  const kept = (data: Data, target: BytePlace, said: object[] = []) => {
    const backup = keepBackup({ ...data, target, clock, said: (line) => said.push(line), everyMs: 3_600_000 });
    onTestFinished(() => backup.close());
    return backup;
  };

  it('says of a row that it is safe only once it can be brought back', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    const safeOf = async (n: number) => (await data.store.heads([person(n)])).get(person(n))?.safe;
    expect(await safeOf(0)).toBe(0);
    await kept(data, place).run();
    expect(await safeOf(0)).toBe(2);
    await data.store.judge([], writing(aRecord(0, 'c')));
    expect(await safeOf(0)).toBe(2);
    await expect(kept(data, breakingAt(place, 1)).run()).rejects.toThrow('cut');
    expect(await safeOf(0)).toBe(2);
    await kept(data, place).run();
    expect(await safeOf(0)).toBe(3);
    expect((await restored(place)).all).toEqual(await allOf(data));
  });

  it('asks its place for nothing when nothing is new', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    const asked: string[] = [];
    const counting: BytePlace = {
      write: (name, ...said) => {
        asked.push(name);
        return place.write(name, ...said);
      },
      read: (name) => {
        asked.push(name);
        return place.read(name);
      },
      size: place.size,
      list: (prefix) => {
        asked.push(prefix);
        return place.list(prefix);
      },
      remove: place.remove,
    };
    const backup = kept(data, counting);
    await backup.run();
    asked.length = 0;
    await backup.run();
    await backup.run();
    expect(asked).toEqual([]);
  });

  it('goes on with its chain after the server ended, and begins anew in another place', async () => {
    const [data, place, other] = [someData(), openMemoryPlace(), openMemoryPlace()];
    await fill(data);
    await kept(data, place).run();
    const chain = await data.store.meta('backup');
    await change(data);
    await kept(data, place).run();
    expect(await data.store.meta('backup')).toBe(chain);
    expect((await restored(place)).all).toEqual(await allOf(data));
    await kept(data, other).run();
    expect(await data.store.meta('backup')).not.toBe(chain);
    expect((await restored(other)).all).toEqual(await allOf(data));
  });

  it('kept by two processes at once has everything, and they end on one chain', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    const both = [kept(data, place), kept(data, place)];
    for (let round = 0; round < 6; round++) {
      await Promise.all(both.map((backup) => backup.run()));
      await data.store.judge([], writing(aRecord(round, `r${round}`)));
    }
    await both[0]?.run();
    await both[1]?.run();
    expect((await restored(place)).all).toEqual(await allOf(data));
    expect(await data.store.look((moment) => moment.counters('unsafe'))).toEqual([]);
  });

  it('and one made by hand may lie in one place: what comes back is the younger one', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    const backup = kept(data, place);
    for (let month = 0; month < 3; month++) {
      clock.tick(31 * 86_400_000);
      await run(data, place);
      await data.store.judge([], writing(aRecord(8, `kept-${month}`)));
      clock.tick(1000);
      await backup.run();
      expect((await restored(place)).all).toEqual(await allOf(data));
      await data.store.judge([], writing(aRecord(9, `once-${month}`)));
      await run(data, place);
      expect((await restored(place)).all).toEqual(await allOf(data));
    }
  });

  it('writes a last time when the server ends, and only says it when it cannot', async () => {
    const [data, place, said] = [someData(), openMemoryPlace(), [] as object[]];
    await fill(data);
    const backup = keepBackup({ ...data, target: place, clock, said: (line) => said.push(line) });
    await backup.close();
    expect((await restored(place)).all).toEqual(await allOf(data));
    const broken = keepBackup({ ...data, target: breakingAt(place, 1), clock, said: (line) => said.push(line) });
    await data.store.judge([], writing(aRecord(0, 'z')));
    await broken.close();
    expect(said).toEqual([{ level: 'error', task: 'backup', error: 'the line is cut' }]);
  });

  it('has what was written within ten seconds of it', async () => {
    const [data, place] = [someData(), openMemoryPlace()];
    await fill(data);
    const backup = keepBackup({ ...data, target: place, clock: Date.now, said: () => undefined });
    onTestFinished(() => backup.close());
    const begun = performance.now();
    while ((await data.store.look((moment) => moment.counters('unsafe'))).length > 0 && performance.now() - begun < 11_000)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
