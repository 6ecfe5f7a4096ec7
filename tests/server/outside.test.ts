import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromUtf8 } from '#base/bytes';
import { openOutside } from '#server/outside';
import { openOutsideWorld, STAND_IN } from '../build/outside-world.ts';

const MAX = 64 * 1024;
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

describe('an address somebody else wrote', () => {
  it('is asked over https, with no cookie, no credentials and no word of who asks', async () => {
    const world = await openOutsideWorld((_request, response) => response.writeHead(200, JSON_TYPE).end('{"a":1}'));
    const got = await world.outside(world.address('/did.json?a=b#key'), MAX);
    expect(got.ok && [fromUtf8(got.value.bytes), got.value.address]).toEqual(['{"a":1}', world.address('/did.json?a=b#key')]);
    const [request] = world.seen;
    expect(request?.url).toBe('/did.json?a=b');
    expect(Object.keys(request?.headers ?? {}).toSorted()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    expect(request?.headers['accept-encoding']).toBe('identity');
  });

  it.each([
    ['nothing', ''],
    ['no address', 'did.json'],
    ['http', 'http://school.example/did.json'],
    ['another scheme', 'file:///etc/passwd'],
    ['data', 'data:application/json,{}'],
    ['a name and a password', 'https://me:secret@school.example/'],
    ['a name alone', 'https://me@school.example/'],
    ['another port', 'https://school.example:22/'],
    ['an address without end', `https://school.example/${'a'.repeat(2048)}`],
    ['a zone', 'https://[fe80::1%25eth0]/'],
  ])('that is %s is never asked', async (_, address) => {
    const world = await openOutsideWorld(() => undefined);
    expect(await world.outside(address, MAX)).toEqual({ ok: false, error: 'bad-address' });
    expect(world.asked).toEqual([]);
  });

  it.each([
    '127.0.0.2',
    '2130706434',
    '0x7f000002',
    '0177.0.0.2',
    '127.2',
    '0x7f.2',
    '0',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.2]',
    '[::ffff:7f00:2]',
    '[0:0:0:0:0:ffff:127.0.0.2]',
    '[64:ff9b::7f00:2]',
    '169.254.169.254',
    '[fd00:ec2::254]',
    '10.0.0.1',
    '192.168.0.1',
    '１２７.0.0.2',
    '127。0。0。2',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'printer.local',
    'metadata.google.internal',
    'intranet',
  ])('of the inside is never asked, not even its name: %s', async (host) => {
    const world = await openOutsideWorld(() => undefined);
    expect(await world.outside(`https://${host}:${world.innerPort}/`, MAX)).toEqual({ ok: false, error: 'not-public' });
    expect([world.asked, world.reached()]).toEqual([[], 0]);
  });
});

describe('a name', () => {
  it.each([
    ['127.0.0.2'],
    ['10.0.0.1'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:127.0.0.2'],
    ['fe80::1%lo'],
    // One that is public does not excuse the other.
    [STAND_IN, '127.0.0.2'],
    ['127.0.0.2', STAND_IN],
  ])('that leads inside is not followed: %s %s', async (...addresses) => {
    const world = await openOutsideWorld(() => undefined, { 'other.example': [addresses] });
    expect(await world.outside(`https://other.example:${world.innerPort}/`, MAX)).toEqual({ ok: false, error: 'not-public' });
    expect([world.asked, world.reached()]).toEqual([['other.example'], 0]);
  });

  it('that changes its address between two questions is judged anew each time', async () => {
    const answers = { 'rebound.example': [[STAND_IN], ['127.0.0.2']] };
    const world = await openOutsideWorld((_request, response) => response.writeHead(200, JSON_TYPE).end('{}'), answers);
    expect((await world.outside(world.address('/', 'rebound.example'), MAX)).ok).toBe(true);
    expect(await world.outside(world.address('/', 'rebound.example'), MAX)).toEqual({ ok: false, error: 'not-public' });
    expect([world.asked.length, world.seen.length]).toEqual([2, 1]);
  });

  it('is looked up once a question: what was checked is what is connected to', async () => {
    const world = await openOutsideWorld((_request, response) => response.writeHead(200, JSON_TYPE).end('{}'));
    await world.outside(world.address('/'), MAX);
    expect(world.asked).toEqual(['school.example']);
  });

  it('is judged once more by where the connection has come to', async () => {
    let asked = 0;
    const world = await openOutsideWorld(() => undefined, {}, { isPublic: () => ++asked === 1 });
    expect(await world.outside(world.address('/'), MAX)).toEqual({ ok: false, error: 'not-public' });
    expect([asked, world.seen]).toEqual([2, []]);
  });

  it('nobody knows, or that answers with no certificate of its own, leads nowhere', async () => {
    const world = await openOutsideWorld(() => undefined);
    expect(await world.outside(world.address('/', 'nowhere.example'), MAX)).toEqual({ ok: false, error: 'unreachable' });
    const stranger = openOutside({ lookup: world.lookup, isPublic: (address) => address === STAND_IN, ports: [world.port] });
    expect(await stranger(world.address('/'), MAX)).toEqual({ ok: false, error: 'unreachable' });
    const named = await openOutsideWorld(() => undefined, { 'third.example': [[STAND_IN]] });
    expect(await named.outside(named.address('/', 'third.example'), MAX)).toEqual({ ok: false, error: 'unreachable' });
    expect(world.seen).toEqual([]);
  });
});

describe('a redirect', () => {
  it('is followed three times at most', async () => {
    const world = await openOutsideWorld((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.writeHead(200, JSON_TYPE).end('{}');
    });
    expect(await world.outside(world.address('/3'), MAX)).toMatchObject({ ok: true, value: { address: world.address('/0') } });
    expect(await world.outside(world.address('/4'), MAX)).toEqual({ ok: false, error: 'too-many-redirects' });
  });

  it.each([
    ['http', 'http://school.example/', 'bad-address'],
    ['the inside', 'https://127.0.0.2:PORT/', 'not-public'],
    ['the inside in other words', 'https://0x7f.2:PORT/', 'not-public'],
    ['a name of the inside', 'https://inner.example:PORT/', 'not-public'],
    ['a password', 'https://a:b@school.example/', 'bad-address'],
    ['nowhere', undefined, 'bad-address'],
    ['a file', 'file:///etc/passwd', 'bad-address'],
    ['our own server', 'OWN/healthz', 'bad-address'],
  ])('to %s is not followed', async (_, location, error) => {
    const own = 'http://localhost:8787';
    const world = await openOutsideWorld(
      (_request, response) => {
        const to = location?.replace('PORT', String(world.innerPort)).replace('OWN', own);
        response.writeHead(301, to === undefined ? {} : { location: to }).end();
      },
      { 'inner.example': [['127.0.0.2']] },
      { own },
    );
    expect(await world.outside(world.address('/'), MAX)).toEqual({ ok: false, error });
    expect([world.seen.length, world.reached()]).toEqual([1, 0]);
  });

  it('to a host whose address has changed meanwhile is judged anew', async () => {
    const answers = { 'rebound.example': [[STAND_IN], ['127.0.0.2']] };
    const world = await openOutsideWorld((_request, response) => response.writeHead(307, { location: '/again' }).end(), answers);
    expect(await world.outside(world.address('/', 'rebound.example'), MAX)).toEqual({ ok: false, error: 'not-public' });
    expect(world.seen.length).toBe(1);
  });
});

describe('an answer', () => {
  const answered = async (status: number, headers: Readonly<Record<string, string>>, body: Uint8Array | string = '{}') => {
    const world = await openOutsideWorld((_request, response) => response.writeHead(status, headers).end(body));
    const got = await world.outside(world.address('/'), MAX);
    return got.ok ? got.value.bytes.length : got.error;
  };

  it('counts only when all is well', async () => {
    for (const status of [201, 204, 206, 304, 400, 401, 404, 500]) expect(await answered(status, JSON_TYPE, '')).toBe('bad-status');
    expect(await answered(410, JSON_TYPE, '')).toBe('gone');
  });

  it('is read when it may hold a badge or a document, never a page', async () => {
    for (const type of [
      'application/json',
      'application/vc',
      'application/did+json',
      'application/vc+ld+json',
      'application/vc+jwt',
      'text/plain; charset=utf-8',
      'image/png',
      'image/svg+xml',
      'application/octet-stream',
    ])
      expect([type, await answered(200, { 'content-type': type })]).toEqual([type, 2]);
    expect(await answered(200, {})).toBe(2);
    for (const type of ['text/html', 'application/xhtml+xml', 'text/javascript', 'video/mp4', 'application/zip', 'multipart/mixed'])
      expect([type, await answered(200, { 'content-type': type })]).toEqual([type, 'wrong-type']);
  });

  it('is at most as long as wanted, whether it says its length or not, also once it is unpacked', async () => {
    const gzip = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    expect(await answered(200, JSON_TYPE, randomBytes(MAX))).toBe(MAX);
    expect(await answered(200, JSON_TYPE, randomBytes(MAX + 1))).toBe('too-big');
    expect(await answered(200, { ...JSON_TYPE, 'content-length': '99999999' })).toBe('too-big');
    expect(await answered(200, { ...JSON_TYPE, 'transfer-encoding': 'chunked' }, randomBytes(MAX + 1))).toBe('too-big');
    expect(await answered(200, gzip, gzipSync(Buffer.alloc(MAX)))).toBe(MAX);
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(MAX);
    const before = process.memoryUsage().arrayBuffers;
    expect(await answered(200, gzip, bomb)).toBe('too-big');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
    expect(await answered(200, gzip, 'no gzip')).toBe('unreachable');
    for (const coding of ['br', 'deflate', 'gzip, gzip', 'zstd'])
      expect(await answered(200, { ...JSON_TYPE, 'content-encoding': coding })).toBe('wrong-type');
  });

  it('cut short counts as none', async () => {
    const world = await openOutsideWorld((_request, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '100' });
      response.write('{"a":', () => response.destroy());
    });
    expect(await world.outside(world.address('/'), MAX)).toEqual({ ok: false, error: 'unreachable' });
  });

  it('with a head without end is not read', async () => {
    expect(await answered(200, { ...JSON_TYPE, 'x-a': 'a'.repeat(20_000) })).toBe('unreachable');
  });
});

/** A port that takes connections and never says a word. */
const openMutePort = async (): Promise<number> => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, STAND_IN, resolve));
  return (server.address() as AddressInfo).port;
};

describe('patience', () => {
  it('ends when no connection comes to stand', async () => {
    const port = await openMutePort();
    const asking = openOutside({ isPublic: (address) => address === STAND_IN, ports: [port], connectMs: 50 });
    expect(await asking(`https://${STAND_IN}:${port}/`, MAX)).toEqual({ ok: false, error: 'too-slow' });
  });

  it('ends for an answer that trickles, however often it says something', async () => {
    const world = await openOutsideWorld(
      (_request, response) => {
        response.writeHead(200, JSON_TYPE);
        const drip = setInterval(() => response.write(' '), 5);
        response.once('close', () => clearInterval(drip));
      },
      {},
      { totalMs: 150 },
    );
    expect(await world.outside(world.address('/'), MAX)).toEqual({ ok: false, error: 'too-slow' });
  });

  it('is one for all redirects together', async () => {
    const world = await openOutsideWorld(
      (_request, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 80),
      {},
      { totalMs: 150 },
    );
    expect(await world.outside(world.address('/'), MAX)).toEqual({ ok: false, error: 'too-slow' });
  });

  it('ends too when the names are never answered', async () => {
    const asking = openOutside({ lookup: () => undefined, totalMs: 50 });
    expect(await asking('https://school.example/', MAX)).toEqual({ ok: false, error: 'too-slow' });
  });
});
