import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from '#content/demo';
import { type MediaId, type Scope, scopeOf } from '#domain/ids';
import { put } from '#domain/record';
import {
  type LinksReply,
  MAX_MEDIA_BYTES,
  MAX_PART_BYTES,
  MEDIA_FILE_PATH,
  MEDIA_LINKS_PATH,
  UPLOAD_MS,
  UPLOADS_PATH,
} from '#protocol/media';
import { write } from '#server/actions/set-up';
import { aPhoto, beginUpload, sendPart, sha256Hex, TUS, upload, uploadHead } from '../../build/media.ts';
import { besides, jsonOf, NONCE, openWorld, type Phone, phoneOf, verdictOf, type World } from '../../build/server-world.ts';

const HERS = scopeOf('q', DEMO_PEOPLE[0].id);

const setScene = async (env: Readonly<Record<string, string>> = {}) => {
  const world = await openWorld(env);
  const amina = await phoneOf(world, 0);
  return { world, amina, cookie: amina.cookie() };
};

const linksFor = async (world: World, phone: Phone, ...wanted: readonly { scope: Scope; media: string }[]) => {
  const said = { protocol: 1, nonce: NONCE, wanted };
  return (await jsonOf<LinksReply>(world.post(MEDIA_LINKS_PATH, said, { cookie: phone.cookie() }))).links;
};

const pathFor = async (world: World, phone: Phone, scope: Scope, bytes: Uint8Array): Promise<string> =>
  (await linksFor(world, phone, { scope, media: sha256Hex(bytes) }))[0]?.path ?? 'none';

const filesIn = (world: World, ...folder: readonly string[]): readonly string[] =>
  readdirSync(join(world.dataFolder, 'media', ...folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('an upload', () => {
  it('says what it can', async () => {
    const { world } = await setScene();
    const said = await world.ask(UPLOADS_PATH, { method: 'OPTIONS' });
    expect(said.status).toBe(204);
    expect(Object.fromEntries(said.headers)).toMatchObject({
      'tus-version': '1.0.0',
      'tus-extension': 'creation,checksum,expiration,termination',
      'tus-checksum-algorithm': 'sha256',
      'tus-max-size': String(MAX_MEDIA_BYTES),
    });
  });

  it('arrives in parts, says how far it is, and is told to the person’s devices when it is whole', async () => {
    const { world, amina, cookie } = await setScene();
    const photo = { scope: HERS, bytes: aPhoto(5000), cookie };
    const begun = await beginUpload(world, photo);
    expect([begun.status, begun.headers.get('location'), begun.headers.get('upload-offset')]).toEqual([
      201,
      `${UPLOADS_PATH}/${HERS}/${sha256Hex(photo.bytes)}`,
      '0',
    ]);
    expect(new Date(begun.headers.get('upload-expires') ?? '').getTime()).toBe(world.clock() + UPLOAD_MS);
    const first = await sendPart(world, photo, 0, 2000);
    expect([first.status, first.headers.get('upload-offset'), first.headers.get('tus-resumable')]).toEqual([204, '2000', '1.0.0']);
    const head = await uploadHead(world, photo);
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length'), head.headers.get('cache-control')]).toEqual([
      200,
      '2000',
      '5000',
      'no-store',
    ]);
    expect((await sendPart(world, photo, 2000)).headers.get('upload-offset')).toBe('5000');
    const { scopes } = await jsonOf<{ scopes: { scope: string; rows: { kind: string; id: string; body: object }[] }[] }>(amina.pull());
    const rows = scopes.find(({ scope }) => scope === HERS)?.rows.filter(({ kind }) => kind === 'media');
    expect(rows).toMatchObject([{ id: sha256Hex(photo.bytes), body: { type: 'image/jpeg', size: 5000, at: world.clock() } }]);
    expect(filesIn(world)).toEqual([sha256Hex(photo.bytes)]);
  });

  it('goes on after the server ended, and begins anywhere without a memory of its address', async () => {
    const { world, cookie } = await setScene();
    const photo = { scope: HERS, bytes: aPhoto(3000), cookie };
    await beginUpload(world, photo);
    await sendPart(world, photo, 0, 1234);
    await world.restart();
    const again = await beginUpload(world, photo);
    expect([again.status, again.headers.get('upload-offset')]).toEqual([201, '1234']);
    await sendPart(world, photo, 1234);
    const after = await beginUpload(world, photo);
    expect(after.headers.get('upload-offset')).toBe('3000');
    expect((await uploadHead(world, photo)).headers.get('upload-offset')).toBe('3000');
    // Sent again by a phone that did not hear the answer.
    expect((await sendPart(world, photo, 1234)).headers.get('upload-offset')).toBe('3000');
  });

  it('keeps what came before the connection was cut', async () => {
    const { world, cookie } = await setScene();
    const photo = { scope: HERS, bytes: aPhoto(90_000), cookie };
    await beginUpload(world, photo);
    const cut = new ReadableStream({
      start: (controller) => {
        controller.enqueue(photo.bytes.slice(0, 30_000));
        controller.enqueue(photo.bytes.slice(30_000, 41_000));
      },
      pull: (controller) => controller.error(new Error('cut')),
    });
    const headers = { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', cookie: cookie ?? '' };
    const address = `${world.origin}${UPLOADS_PATH}/${HERS}/${sha256Hex(photo.bytes)}`;
    await world.fetch(new Request(address, { method: 'PATCH', headers, body: cut, duplex: 'half' } as RequestInit));
    expect((await uploadHead(world, photo)).headers.get('upload-offset')).toBe('41000');
    expect((await sendPart(world, photo, 41_000)).headers.get('upload-offset')).toBe('90000');
  });

  it('goes on where it is, and nowhere else', async () => {
    const { world, cookie } = await setScene();
    const photo = { scope: HERS, bytes: aPhoto(3000), cookie };
    await beginUpload(world, photo);
    await sendPart(world, photo, 0, 1000);
    for (const offset of [0, 999, 1001, 3000]) expect(await verdictOf(sendPart(world, photo, offset))).toBe('409 OffsetWrong');
  });

  it('does not take a part that came changed, and takes it when it is sent again', async () => {
    const { world, cookie } = await setScene();
    const photo = { scope: HERS, bytes: aPhoto(3000), cookie };
    await beginUpload(world, photo);
    const wrong = { 'upload-checksum': `sha256 ${Buffer.alloc(32).toString('base64')}` };
    expect(await verdictOf(sendPart(world, photo, 0, 1000, wrong))).toBe('460 ChecksumWrong');
    expect((await uploadHead(world, photo)).headers.get('upload-offset')).toBe('0');
    expect((await sendPart(world, photo, 0, 1000)).status).toBe(204);
  });

  it('of other bytes than were named leaves nothing', async () => {
    const { world, cookie } = await setScene();
    const photo = { scope: HERS, bytes: aPhoto(1000), cookie };
    const other = aPhoto(1000, 7);
    await beginUpload(world, photo);
    const sent = world.ask(`${UPLOADS_PATH}/${HERS}/${sha256Hex(photo.bytes)}`, {
      method: 'PATCH',
      cookie,
      body: other,
      headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    });
    expect(await verdictOf(sent)).toBe('422 HashWrong');
    expect((await uploadHead(world, photo)).status).toBe(404);
    expect(filesIn(world)).toEqual([]);
  });

  it('of something else than it says to be leaves nothing', async () => {
    const { world, cookie } = await setScene();
    const page = { scope: HERS, bytes: new TextEncoder().encode('<!doctype html><script>alert(1)</script>'), cookie };
    await beginUpload(world, page);
    expect(await verdictOf(sendPart(world, page, 0))).toBe('415 MediaType');
    expect(filesIn(world)).toEqual([]);
  });

  it('that is abandoned is forgotten, its parts too', async () => {
    const { world, amina } = await setScene();
    const photo = { scope: HERS, bytes: aPhoto(3000), cookie: amina.cookie() };
    await beginUpload(world, photo);
    await sendPart(world, photo, 0, 1000);
    expect(filesIn(world)).toHaveLength(2);
    expect(
      (await world.ask(`${UPLOADS_PATH}/${HERS}/${sha256Hex(photo.bytes)}`, { method: 'DELETE', cookie: photo.cookie, headers: TUS }))
        .status,
    ).toBe(204);
    expect((await uploadHead(world, photo)).status).toBe(404);
    expect(filesIn(world)).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['another version of the protocol', { 'tus-resumable': '0.2.2' }, '412 TusUnknown'],
    ['no length', { 'upload-length': 'many' }, '400 Malformed'],
    ['no bytes', { 'upload-length': '0' }, '400 Malformed'],
    ['too many bytes', { 'upload-length': String(MAX_MEDIA_BYTES + 1) }, '413 TooLarge'],
    ['no metadata', { 'upload-metadata': '' }, '400 Malformed'],
    ['metadata that are none', { 'upload-metadata': 'scope !!!!' }, '400 Malformed'],
    [
      'a hash that is none',
      { 'upload-metadata': `scope ${btoa(HERS)},sha256 ${btoa('../../etc')},type ${btoa('image/jpeg')}` },
      '400 Malformed',
    ],
    [
      'a type that is not taken',
      { 'upload-metadata': `scope ${btoa(HERS)},sha256 ${btoa('a'.repeat(64))},type ${btoa('image/svg+xml')}` },
      '415 MediaType',
    ],
    [
      'a scope that has no media',
      { 'upload-metadata': `scope ${btoa('c:network')},sha256 ${btoa('a'.repeat(64))},type ${btoa('image/jpeg')}` },
      '404 NotFound',
    ],
  ])('is refused with %s', async (_what, change, verdict) => {
    const { world, cookie } = await setScene();
    expect(await verdictOf(beginUpload(world, { scope: HERS, bytes: aPhoto(100), cookie }, change))).toBe(verdict);
    expect(filesIn(world)).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['another type', { 'content-type': 'application/octet-stream' }, '415 MediaType'],
    ['no offset', { 'upload-offset': '-1' }, '400 Malformed'],
    ['a checksum of another kind', { 'upload-checksum': 'md5 AAAA' }, '400 Malformed'],
    ['another version of the protocol', { 'tus-resumable': '2' }, '412 TusUnknown'],
  ])('takes no part with %s', async (_what, change, verdict) => {
    const { world, cookie } = await setScene();
    const photo = { scope: HERS, bytes: aPhoto(1000), cookie };
    await beginUpload(world, photo);
    expect(await verdictOf(sendPart(world, photo, 0, 500, change))).toBe(verdict);
    expect((await uploadHead(world, photo)).headers.get('upload-offset')).toBe('0');
  });

  it('takes no part that is too large, or larger than what was announced', async () => {
    const { world, cookie } = await setScene();
    const large = { scope: HERS, bytes: aPhoto(MAX_PART_BYTES + 1), cookie };
    await beginUpload(world, large);
    expect(await verdictOf(sendPart(world, large, 0))).toBe('413 TooLarge');
    const short = { scope: HERS, bytes: aPhoto(1000), cookie };
    await beginUpload(world, short, { 'upload-length': '999' });
    expect(await verdictOf(sendPart(world, short, 0))).toBe('413 TooLarge');
  });

  it('stops where the room of a person ends, counting what is on its way', async () => {
    const { world, cookie } = await setScene();
    const big = (n: number) => ({ scope: HERS, bytes: aPhoto(100, n), cookie });
    for (let n = 1; n <= 8; n++) expect((await beginUpload(world, big(n), { 'upload-length': String(MAX_MEDIA_BYTES) })).status).toBe(201);
    expect(await verdictOf(beginUpload(world, big(9)))).toBe('413 QuotaFull');
    // Again is not more.
    expect((await beginUpload(world, big(8), { 'upload-length': String(MAX_MEDIA_BYTES) })).status).toBe(201);
    const arrived = { type: 'image/jpeg', size: MAX_MEDIA_BYTES, at: 1 } as const;
    const { world: other, cookie: hers } = await setScene();
    await besides(other, (store) =>
      write(
        store,
        Array.from({ length: 8 }, (_, i) => put(HERS, 'media', sha256Hex(aPhoto(9, i)), arrived)),
      ),
    );
    expect(await verdictOf(beginUpload(other, { ...big(1), cookie: hers }))).toBe('413 QuotaFull');
  });
});

describe('a photo that has arrived', () => {
  const arrive = async (size = 5000) => {
    const scene = await setScene();
    const bytes = aPhoto(size);
    await upload(scene.world, { scope: HERS, bytes, cookie: scene.cookie });
    return { ...scene, bytes, path: await pathFor(scene.world, scene.amina, HERS, bytes) };
  };
  const bodyOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());

  it('is read at an address given for some minutes, without a cookie', async () => {
    const { world, amina, bytes, path } = await arrive();
    const read = await world.ask(path);
    expect(await bodyOf(read)).toEqual(bytes);
    expect(read.status).toBe(200);
    expect(path.startsWith(MEDIA_FILE_PATH)).toBe(true);
    const [link] = await linksFor(world, amina, { scope: HERS, media: sha256Hex(bytes) });
    expect((link?.until ?? 0) - world.clock()).toBeGreaterThanOrEqual(600_000);
    expect((link?.until ?? 0) - world.clock()).toBeLessThanOrEqual(900_000);
    world.clock.tick(900_001);
    expect((await world.ask(path)).status).toBe(404);
  });

  it('is no page of its own: it runs nothing, is taken for nothing else, and stays with who asked', async () => {
    const { world, path } = await arrive();
    expect(Object.fromEntries((await world.ask(path)).headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline; filename="media"',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': expect.stringMatching(/^private, max-age=\d+, immutable$/),
      'accept-ranges': 'bytes',
      'content-length': '5000',
    });
  });

  it('is read in pieces', async () => {
    const { world, bytes, path } = await arrive();
    const part = await world.ask(path, { headers: { range: 'bytes=1000-1999' } });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      'bytes 1000-1999/5000',
      '1000',
    ]);
    expect(await bodyOf(part)).toEqual(bytes.slice(1000, 2000));
    const end = await world.ask(path, { headers: { range: 'bytes=-10' } });
    expect(await bodyOf(end)).toEqual(bytes.slice(-10));
    const beyond = await world.ask(path, { headers: { range: 'bytes=5000-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */5000']);
    const etag = part.headers.get('etag') ?? '';
    expect((await world.ask(path, { headers: { range: 'bytes=0-9', 'if-range': etag } })).status).toBe(206);
    expect((await world.ask(path, { headers: { range: 'bytes=0-9', 'if-range': '"other"' } })).status).toBe(200);
    expect((await world.ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const head = await world.ask(path, { method: 'HEAD', headers: { range: 'bytes=0-9' } });
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([206, '10', 0]);
  });

  it('has no address that can be made up or changed', async () => {
    const { world, path } = await arrive();
    const [text = '', mac = ''] = path.slice(MEDIA_FILE_PATH.length + 1).split('.');
    const forged = Buffer.from(Buffer.from(text, 'base64url').toString().replace('image/jpeg', 'text/html')).toString('base64url');
    for (const link of [`${forged}.${mac}`, `${text}.${mac.slice(1)}A`, text, 'x', '..%2f..%2fkeys'])
      expect((await world.ask(`${MEDIA_FILE_PATH}/${link}`)).status).toBe(404);
  });

  it('has no address before it has arrived, nor where no record speaks of it', async () => {
    const { world, amina, bytes } = await arrive();
    const hers = scopeOf('p', DEMO_PEOPLE[0].id);
    const on = { scope: HERS, bytes: aPhoto(700, 3), cookie: amina.cookie() };
    await beginUpload(world, on);
    expect(await linksFor(world, amina, { scope: HERS, media: sha256Hex(on.bytes) }, { scope: hers, media: sha256Hex(bytes) })).toEqual([]);
    // Shown to her structure: a record there names it now, and not one byte moved.
    const evidence = { shown: { kind: 'photo', media: sha256Hex(bytes) as MediaId, faces: 'none' }, at: 1, with: [], seenBy: 'structure' };
    await besides(world, (store) => write(store, [{ scope: hers, kind: 'evidence', id: 'e1', body: evidence }]));
    expect(await linksFor(world, amina, { scope: hers, media: sha256Hex(bytes) })).toHaveLength(1);
  });
});

describe('media in S3 that is away', () => {
  it('are refused for now, and nothing else is', async () => {
    const { world, amina, cookie } = await setScene({ PEPITES_MEDIA: 's3://KEY:SECRET@none?endpoint=http://127.0.0.1:1' });
    const answer = await beginUpload(world, { scope: HERS, bytes: aPhoto(100), cookie });
    expect([answer.headers.get('retry-after'), await verdictOf(answer)]).toEqual(['5', '503 Away']);
    expect((await amina.pull()).status).toBe(200);
  });
});
