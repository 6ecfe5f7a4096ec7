import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '#cli/main';
import { DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { scopeOf } from '#domain/ids';
import { type LinksReply, MEDIA_LINKS_PATH } from '#protocol/media';
import { openData } from '#server/open-data';
import { readSettings } from '#server/settings';
import { badgeId } from '../build/field.ts';
import { placeHashes, scopeHashes } from '../build/fingerprints.ts';
import { aPhoto, sha256Hex, upload } from '../build/media.ts';
import { withPostgres } from '../build/postgres.ts';
import { withS3 } from '../build/s3.ts';
import { aClaim, demoTicket, jsonOf, NONCE, openWorld, organiserOf, type Phone, phoneOf, push, type World } from '../build/server-world.ts';

type Env = Readonly<Record<string, string>>;

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-restore-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const typedIn = async (env: Env, ...args: readonly string[]) => {
  const lines: string[] = [];
  const said: string[] = [];
  const fail = (line: string): number => {
    said.push(line);
    return 1;
  };
  const code = await runCli(args, { env, folder: '/', now: Date.now(), print: (line) => lines.push(line), fail });
  return { code, lines, said };
};

/** Every scope's and every medium's hash, and every key, as they stand under some settings. */
const fingerprint = async (env: Env) => {
  const settings = readSettings(env);
  if (!settings.ok) throw new Error(settings.error);
  const data = await openData(settings.value, () => undefined);
  if (!data.ok) throw new Error(data.error);
  const { store, media, keys } = data.value;
  try {
    return { scopes: await scopeHashes(store), media: await placeHashes(media, 'media'), keys: keys.entries() };
  } finally {
    await store.close();
  }
};

const SHOWN = badgeId(1);
const HERS = scopeOf('q', DEMO_PEOPLE[0].id);

const photoOf = async (world: World, amina: Phone, bytes: Uint8Array): Promise<Uint8Array> => {
  const said = { protocol: 1, nonce: NONCE, wanted: [{ scope: HERS, media: sha256Hex(bytes) }] };
  const { links } = await jsonOf<LinksReply>(world.post(MEDIA_LINKS_PATH, said, { cookie: amina.cookie() }));
  return new Uint8Array(await (await world.ask(links[0]?.path ?? '/none')).arrayBuffer());
};

/** A server with a person who claimed a badge and took a photo, and then a backup of it while it serves. */
const backedUp = async (dir: string, backupEnv: Env = {}) => {
  const world = await openWorld();
  const env = { PEPITES_DATA: world.dataFolder, ...backupEnv };
  const amina = await phoneOf(world, 0);
  const ticket = await demoTicket(world, await organiserOf(world));
  await push(world, await amina.seal(aClaim(SHOWN, ticket)));
  const photo = aPhoto(150_000);
  await upload(world, { scope: HERS, bytes: photo, cookie: amina.cookie() });
  const before = await fingerprint(env);
  const done = await typedIn(env, 'backup', dir);
  expect(done).toMatchObject({ code: 0, said: [] });
  // What comes after it is only on her phone, if this server burns now.
  const late = await amina.seal({ name: 'show-badge', args: { badge: SHOWN, to: 'world' } });
  expect((await push(world, late)).status).toBe(200);
  return { world, env, amina, photo, before, late };
};

describe('a restore drill', () => {
  const postgres = withPostgres();
  const s3 = withS3();
  const key = Buffer.alloc(32, 9).toString('base64url');

  const ways: readonly (readonly [string, () => Promise<{ readonly dir: string; readonly backup: Env; readonly into: Env }>])[] = [
    ['a folder, into a fresh folder', async () => ({ dir: join(aFolder(), 'backup'), backup: {}, into: {} })],
    [
      'a sealed bucket, into PostgreSQL and S3',
      async () => ({
        dir: s3.freshAddress(),
        backup: { PEPITES_BACKUP_KEY: key },
        into: { PEPITES_DATABASE_URL: await postgres.freshUrl(), PEPITES_MEDIA: s3.freshAddress() },
      }),
    ],
  ];

  it.each(ways)(
    'from %s: every scope, every medium and every key are as they were, and her phone brings the rest',
    async (_way, prepare) => {
      const { dir, backup, into } = await prepare();
      const { world, amina, photo, before, late } = await backedUp(dir, backup);
      const env = { PEPITES_DATA: join(aFolder(), 'data'), ...backup, ...into };
      expect(await typedIn(env, 'restore', dir)).toMatchObject({ code: 0, said: [] });
      expect(await fingerprint(env)).toEqual(before);

      const old = await jsonOf<{ epoch: string; last: number }>(amina.pull());
      const restored = await openWorld(env);
      const ask = { protocol: 1, nonce: NONCE, device: amina.device, cursors: {} };
      const pull = () => jsonOf<{ epoch: string; last: number }>(restored.post('/api/sync/pull', ask, { cookie: amina.cookie() }));
      const now = await pull();
      expect([old.last, now.last]).toEqual([2, 1]);
      expect(now.epoch).not.toBe(old.epoch);
      expect((await restored.ask(`/b/${SHOWN}`)).status).toBe(404);
      expect((await push(restored, late)).status).toBe(200);
      expect((await pull()).last).toBe(2);
      expect((await restored.ask(`/b/${SHOWN}`)).status).toBe(200);
      expect(await photoOf(restored, amina, photo)).toEqual(photo);
      expect((await restored.ask(`/s/${DEMO_STRUCTURE.id}/did.json`)).status).toBe(200);
      expect(await (await restored.ask(`/s/${DEMO_STRUCTURE.id}/did.json`)).json()).toEqual(
        await (await world.ask(`/s/${DEMO_STRUCTURE.id}/did.json`)).json(),
      );
    },
  );

  it('of a continuous backup: what phones are told is safe comes back', async () => {
    const dir = join(aFolder(), 'backup');
    const world = await openWorld({ PEPITES_BACKUP: dir });
    const amina = await phoneOf(world, 0);
    await push(world, await amina.seal(aClaim(SHOWN, await demoTicket(world, await organiserOf(world)))));
    const told = () => jsonOf<{ last: number; safe: number }>(amina.pull());
    expect(await told()).toMatchObject({ last: 1, safe: 0 });
    // A server that ends well has nothing that is not in its backup.
    await world.restart();
    expect(await told()).toMatchObject({ last: 1, safe: 1 });
    const env = { PEPITES_DATA: join(aFolder(), 'data') };
    expect(await typedIn(env, 'restore', dir)).toMatchObject({ code: 0, said: [] });
    const restored = await openWorld(env);
    const ask = { protocol: 1, nonce: NONCE, device: amina.device, cursors: {} };
    expect(await jsonOf(restored.post('/api/sync/pull', ask, { cookie: amina.cookie() }))).toMatchObject({ last: 1, safe: 1 });
  });
});

describe('cli backup and restore', () => {
  it('write only what is new, and say so', async () => {
    const dir = join(aFolder(), 'backup');
    const { env } = await backedUp(dir);
    expect((await typedIn(env, 'backup', dir)).lines).toEqual([expect.stringMatching(/^\d+ records of \d scopes \(\d+ bytes\), 0 media$/)]);
    expect((await typedIn(env, 'backup', dir)).lines).toEqual(['0 records of 0 scopes (0 bytes), 0 media']);
  });

  it('touch no data that are not empty, back up none that are', async () => {
    const dir = join(aFolder(), 'backup');
    const { env } = await backedUp(dir);
    const before = await fingerprint(env);
    expect(await typedIn(env, 'restore', dir)).toMatchObject({ code: 1, said: [expect.stringContaining('not empty')] });
    expect(await fingerprint(env)).toEqual(before);
    const empty = { PEPITES_DATA: join(aFolder(), 'data') };
    expect(await typedIn(empty, 'backup', dir)).toMatchObject({ code: 1, said: [expect.stringContaining('nothing here to back up')] });
    expect(await typedIn(empty, 'restore', join(aFolder(), 'none'))).toMatchObject({ code: 1, said: ['There is no backup here.'] });
  });

  it('seal with a key what leaves this machine, and read it with no other', async () => {
    const dir = join(aFolder(), 'backup');
    const [printed] = (await typedIn({}, 'backup', '--new-key')).lines;
    const sealed = { PEPITES_BACKUP_KEY: printed ?? '' };
    await backedUp(dir, sealed);
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect(readFileSync(join(file.parentPath, file.name)).subarray(0, 5).toString()).toBe('PEPS1');
    const into = () => ({ PEPITES_DATA: join(aFolder(), 'data') });
    expect((await typedIn({ ...into(), ...sealed }, 'restore', dir)).code).toBe(0);
    const [other] = (await typedIn({}, 'backup', '--new-key')).lines;
    for (const wrong of [{}, { PEPITES_BACKUP_KEY: other ?? '' }])
      expect(await typedIn({ ...into(), ...wrong }, 'restore', dir)).toMatchObject({ code: 1, lines: [] });
    expect(await typedIn(into(), 'backup', 's3://KEY:SECRET@bucket')).toMatchObject({
      code: 1,
      said: [expect.stringContaining('PEPITES_BACKUP_KEY')],
    });
  });

  it('leave data that are half restored to nobody but the next restore', async () => {
    const dir = join(aFolder(), 'backup');
    await backedUp(dir);
    const env = { PEPITES_DATA: join(aFolder(), 'data') };
    const settings = readSettings(env);
    const data = settings.ok ? await openData(settings.value, () => undefined) : settings;
    if (!data.ok) throw new Error(data.error);
    await data.value.store.setMeta('restoring', 'a chain');
    await data.value.store.close();
    await expect(openWorld(env)).rejects.toThrow('half restored');
    expect((await typedIn(env, 'restore', dir)).code).toBe(0);
    await openWorld(env);
  });
});
