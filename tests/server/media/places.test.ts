import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openFolderPlace } from '#server/media/folder-place';
import { openMemoryPlace } from '#server/media/memory-place';
import { readS3Address, type S3Address } from '#server/media/s3-address';
import { openS3Place } from '#server/media/s3-place';
import { openSealedPlace } from '#server/media/sealed-place';
import { placeHashes } from '../../build/fingerprints.ts';
import { withS3 } from '../../build/s3.ts';
import { writeUntilKilled } from '../../build/write-until-killed.ts';
import { allOf, bytePlaceContract, bytesOf, listed, put } from '../../contracts/byte-place.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'pepites-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const freshFolder = (): string => join(folder, `place-${made++}`);

const addressOf = (text: string, env: Readonly<Record<string, string>> = {}): S3Address => {
  const read = readS3Address(text, env);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

const KEY = new Uint8Array(32).fill(7);
const s3 = withS3();

bytePlaceContract('memory', async () => openMemoryPlace());
bytePlaceContract('folder', () => openFolderPlace(freshFolder()));
bytePlaceContract('sealed', async () => openSealedPlace(openMemoryPlace(), KEY));
bytePlaceContract('S3', async () => openS3Place(addressOf(s3.freshAddress())));

describe('a sealed place', () => {
  const sealed = async (size: number) => {
    const inner = openMemoryPlace();
    const bytes = new Uint8Array(size).map((_, i) => i % 251);
    await put(openSealedPlace(inner, KEY), 'a', bytes, 10_000);
    return { inner, bytes, held: (await allOf(inner, 'a')) ?? new Uint8Array() };
  };

  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('gives back %i bytes and knows how many they are', async (size) => {
    const { inner, bytes, held } = await sealed(size);
    const place = openSealedPlace(inner, KEY);
    expect([await place.size('a'), await allOf(place, 'a')]).toEqual([size, bytes]);
    expect(await listed(place, '')).toEqual([['a', size]]);
    expect(size > 50 && Buffer.from(held).includes(Buffer.from(bytes.slice(0, 50)))).toBe(false);
    const end = { first: Math.max(size - 10, 0), last: Math.max(size - 1, 0) };
    expect(await allOf(place, 'a', end)).toEqual(bytes.slice(-10));
  });

  it('refuses bytes that were changed, cut, moved or sealed with another key', async () => {
    const { inner, held } = await sealed(150_000);
    const flipped = held.slice();
    flipped[70_000] = (flipped[70_000] ?? 0) ^ 1;
    const swapped = Uint8Array.from([...held.slice(0, 21), ...held.slice(21 + 65_552, 21 + 131_104), ...held.slice(21, 21 + 65_552)]);
    for (const bytes of [flipped, held.slice(0, 21 + 65_552), held.slice(0, -1), held.slice(0, 10), new Uint8Array(0), swapped]) {
      await put(inner, 'a', bytes);
      await expect(allOf(openSealedPlace(inner, KEY), 'a')).rejects.toThrow('damaged');
    }
    await put(inner, 'b', held);
    await expect(allOf(openSealedPlace(inner, KEY), 'b')).rejects.toThrow('damaged');
    await put(inner, 'a', held);
    await expect(allOf(openSealedPlace(inner, new Uint8Array(32)), 'a')).rejects.toThrow('another key');
  });
});

describe('a folder', () => {
  it('keeps what it has to itself, and leaves no draft behind', async () => {
    const root = freshFolder();
    const place = await openFolderPlace(root);
    await put(place, 'a/b', bytesOf('mine'));
    expect(statSync(join(root, 'a', 'b')).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(root, '.unfinished'))).toEqual([]);
    await place.remove('a/b');
    expect(readdirSync(root)).toEqual(['.unfinished']);
  });

  it('lets some remove what stands in a folder while others write there', async () => {
    const place = await openFolderPlace(freshFolder());
    for (let round = 0; round < 10; round++) {
      await put(place, 'f/old', bytesOf('old'));
      await Promise.all([place.remove('f/old'), put(place, 'f/new', bytesOf('new'))]);
      expect(await allOf(place, 'f/new')).toEqual(bytesOf('new'));
      await place.remove('f/new');
    }
  });

  it('has every acknowledged write whole after the process is killed, and shows no other', async () => {
    const root = freshFolder();
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 3; kill++) acknowledged.push(...(await writeUntilKilled('folder', root, 20)));
    const place = await openFolderPlace(root);
    const found = await placeHashes(place);
    for (const [name, hash] of Object.entries(found)) expect(name.endsWith(hash)).toBe(true);
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(acknowledged.filter((name) => found[name] === undefined)).toEqual([]);
  });

  it('sweeps away what a crash left a day ago, and not what others are writing', async () => {
    const root = freshFolder();
    await openFolderPlace(root);
    const [old, young] = [join(root, '.unfinished', 'old'), join(root, '.unfinished', 'young')];
    for (const path of [old, young]) writeFileSync(path, 'half');
    utimesSync(old, Date.now() / 1000 - 90_000, Date.now() / 1000 - 90_000);
    const place = await openFolderPlace(root);
    expect(readdirSync(join(root, '.unfinished'))).toEqual(['young']);
    expect(await listed(place, '')).toEqual([]);
  });
});

describe('S3', () => {
  it('lists more names than one page of its answer has', async () => {
    const place = openS3Place(addressOf(s3.freshAddress()), { pageSize: 3 });
    const names = Array.from({ length: 10 }, (_, i) => `many/${i}`);
    for (const name of names) await put(place, name, bytesOf('x'));
    expect((await listed(place, 'many')).map(([name]) => name)).toEqual(names);
  });

  it('says that it is away when nobody answers, and goes on when it is back', async () => {
    const place = openS3Place(addressOf(s3.freshAddress()));
    await put(place, 'a', bytesOf('before'));
    await s3.stop();
    await expect(put(place, 'b', bytesOf('while'))).rejects.toMatchObject({ name: 'StorageAway' });
    await expect(place.read('a')).rejects.toMatchObject({ name: 'StorageAway' });
    await s3.start();
    expect(await allOf(place, 'a')).toEqual(bytesOf('before'));
  });

  it('tries again what failed for a moment, with all of its bytes, and not what is refused', async () => {
    const asked: string[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += String(part);
      asked.push(`${request.method} ${request.url} ${body}`);
      response.statusCode = request.url === '/pepites/forbidden' ? 403 : asked.length < 3 ? 503 : 200;
      response.end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const place = openS3Place(addressOf(`s3://KEY:SECRET@pepites?endpoint=http://127.0.0.1:${port}`));
    await put(place, 'a', bytesOf('all of it'), 3);
    expect(asked).toEqual(Array.from({ length: 3 }, () => 'PUT /pepites/a all of it'));
    await expect(put(place, 'forbidden', bytesOf('x'))).rejects.toThrow('S3 answered 403');
    expect(asked).toHaveLength(4);
  });
});

describe('an address of S3', () => {
  it('has bucket and prefix, with key and secret inside or in the environment', () => {
    expect(addressOf('s3://media/pepites/?region=eu-west-3', { AWS_ACCESS_KEY_ID: 'K', AWS_SECRET_ACCESS_KEY: 'S' })).toEqual({
      endpoint: 'https://s3.eu-west-3.amazonaws.com',
      bucket: 'media',
      prefix: 'pepites/',
      region: 'eu-west-3',
      accessKeyId: 'K',
      secretAccessKey: 'S',
    });
    expect(addressOf('s3://K:a%2Fb@media?endpoint=https://s3.example.org/')).toMatchObject({
      endpoint: 'https://s3.example.org',
      prefix: '',
      secretAccessKey: 'a/b',
    });
  });

  it.each([['s3://'], ['https://media'], ['s3://media'], ['s3://K:geheim@media?endpoint=ftp://x'], ['s3://K:geheim@media/a b']])(
    'is refused without its secret being repeated: %s',
    (text) => {
      const read = readS3Address(text, {});
      expect(read.ok).toBe(false);
      expect(read.ok || read.error).not.toContain('geheim');
    },
  );
});
