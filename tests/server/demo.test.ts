import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEMO_ADVISOR, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { scopeOf } from '#domain/ids';
import { put, remove } from '#domain/record';
import { write } from '#server/actions/set-up';
import { demoAddresses, seedDemo } from '#server/demo';
import { openKeyFiles } from '#server/key-files';
import { openMemoryStore } from '#server/storage/memory';

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const rowsOf = async (store: ReturnType<typeof openMemoryStore>) => {
  const scopes = (await Promise.all([...'pscedkblj'].map((letter) => store.scopes(letter)))).flat();
  return (await Promise.all(scopes.map((scope) => store.feed(scope, 0, 100)))).flatMap(({ rows }) => rows);
};

describe('the demonstration network', () => {
  it.each(['https://badges.example.org', 'https://localhost:8443', 'http://192.168.1.7:8787', 'http://localhost.example.org'])(
    'refuses to exist at %s',
    async (origin) => {
      const [store, folder] = [openMemoryStore(), aFolder()];
      expect(await seedDemo(store, openKeyFiles(folder), { origin })).toMatchObject({ ok: false });
      expect(await rowsOf(store)).toEqual([]);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('is the same wherever and whenever it is made, keys included', async () => {
    const make = async () => {
      const [store, keys] = [openMemoryStore(), openKeyFiles(aFolder())];
      await seedDemo(store, keys, { origin: 'http://localhost:8787' });
      return {
        rows: await rowsOf(store),
        keys: await Promise.all(['inae', 'jardins-de-pessac'].map(async (id) => (await keys.signer(id as never))?.publicKey)),
      };
    };
    expect(await make()).toEqual(await make());
  });

  it('is installed once: a second start changes nothing', async () => {
    const [store, keys, site] = [openMemoryStore(), openKeyFiles(aFolder()), { origin: 'http://localhost:8787' }];
    await seedDemo(store, keys, site);
    const before = await rowsOf(store);
    await seedDemo(store, keys, site);
    expect(await rowsOf(store)).toEqual(before);
  });

  it('of an older start gets what a later version added, and keeps the rest as it is', async () => {
    const [store, keys, site] = [openMemoryStore(), openKeyFiles(aFolder()), { origin: 'http://localhost:8787' }];
    await seedDemo(store, keys, site);
    const complete = (await rowsOf(store)).map(({ scope, kind, id }) => `${scope} ${kind} ${id}`);
    const [amina] = DEMO_PEOPLE;
    const [home, own] = [scopeOf('s', DEMO_STRUCTURE.id), scopeOf('p', amina.id)];
    const renamed = { ...amina.person, firstName: 'Amina B', did: 'did:web:localhost%3A8787:p:demo3amina3demo3amina3' };
    await write(store, [
      ...DEMO_PEOPLE.map(({ id }) => remove(home, 'member', id)),
      remove(home, 'staff', DEMO_ADVISOR.id),
      put(own, 'person', amina.id, renamed),
    ]);
    await seedDemo(store, keys, site);
    const after = (await rowsOf(store)).filter(({ deleted }) => !deleted).map(({ scope, kind, id }) => `${scope} ${kind} ${id}`);
    expect(after.toSorted()).toEqual(complete.toSorted());
    expect((await store.read([{ scope: own, kind: 'person', id: amina.id }])).get(own, 'person', amina.id)).toEqual(renamed);
  });

  it('tells the addresses to open', () => {
    expect(demoAddresses({ origin: 'http://localhost:8787' })).toEqual([
      'The app: http://localhost:8787/',
      expect.stringMatching(/^Amina's card: http:\/\/localhost:8787\/c#[A-Za-z0-9_-]{22}$/),
      expect.stringMatching(/http:\/\/localhost:8787\/o#[A-Za-z0-9_-]{22}$/),
      expect.stringMatching(/^Nadia's own page.*http:\/\/localhost:8787\/o#[A-Za-z0-9_-]{22}$/),
    ]);
  });
});
