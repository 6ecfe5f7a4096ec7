import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEMO_EVENT } from '#content/demo';
import { CATALOGUE, scopeOf } from '#domain/ids';
import { POKES_PATH } from '#protocol/pokes-path';
import { snapshotPath } from '#protocol/snapshot-path';
import { PullReply, Snapshot } from '#protocol/sync';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '#protocol/version';
import { revokeDevice } from '#server/actions/revoke-device';
import { SYNC_ROUTES } from '#server/http/sync-routes';
import { badgeId } from '../../build/field.ts';
import {
  aClaim,
  besides,
  demoTicket,
  jsonOf,
  NONCE,
  openWorld,
  organiserOf,
  type Phone,
  phoneOf,
  push,
  verdictOf,
  type World,
} from '../../build/server-world.ts';

/** Everything a stream says, as it comes. */
const listen = async (world: World, phone: Phone) => {
  const response = await world.ask(POKES_PATH, { cookie: phone.cookie() });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  onTestFinished(async () => reader?.cancel());
  return {
    response,
    /** Reads on until it has said this; false when the stream has ended before. */
    hears: async (what: string): Promise<boolean> => {
      while (!text.includes(what)) {
        const step = await reader?.read();
        if (!step || step.done) return false;
        text += decoder.decode(step.value, { stream: true });
      }
      text = text.slice(text.indexOf(what) + what.length);
      return true;
    },
    cancel: () => reader?.cancel(),
    said: () => text,
  };
};

describe('the routes that make syncing quick', () => {
  it('are all tried here', () => {
    expect(SYNC_ROUTES.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/sync/pokes',
      'GET /api/snapshot/:epoch/:scope/:cursor',
      // Its rights: box.test.ts.
      'POST /api/sync/box',
    ]);
  });

  it('poke nobody but who is signed in, with a cookie of our own, and not ended', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    expect(await verdictOf(world.ask(POKES_PATH))).toBe('401 SignInNeeded');
    expect(await verdictOf(world.ask(POKES_PATH, { cookie: `${phone.cookie()}x` }))).toBe('401 SignInNeeded');
    await besides(world, (store) => revokeDevice(store, phone.device));
    expect(await verdictOf(world.ask(POKES_PATH, { cookie: phone.cookie() }))).toBe('410 DeviceEnded');
  });

  it('give a snapshot to anybody, but only of what everybody may read', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    await snapshotOf(world, phone);
    const { epoch } = v.parse(PullReply, await jsonOf(phone.pull()));
    const hers = v.parse(PullReply, await jsonOf(phone.pull())).scopes.find(({ scope }) => scope.startsWith('p:'));
    expect(await verdictOf(world.ask(snapshotPath(epoch, hers?.scope ?? CATALOGUE, hers?.cursor ?? 0)))).toBe('404 NotFound');
    for (const path of ['/api/snapshot/x/c-network/1', '/api/snapshot/x/c-network/-1', `/api/snapshot/${epoch}/c-network/1e9`])
      expect(await verdictOf(world.ask(path))).toBe('404 NotFound');
  });

  it('answer nothing but GET and HEAD', async () => {
    const world = await openWorld();
    for (const path of [POKES_PATH, '/api/snapshot/x/c-network/1'])
      expect(await verdictOf(world.post(path, {}))).toBe('405 MethodNotAllowed');
    const phone = await phoneOf(world, 0);
    const head = await world.ask(POKES_PATH, { method: 'HEAD', cookie: phone.cookie() });
    expect([head.status, head.body]).toEqual([200, null]);
  });
});

const pullWith = async (world: World, phone: Phone) => {
  const body = { protocol: 1, nonce: NONCE, device: phone.device, cursors: {}, snapshots: true };
  return v.parse(PullReply, await jsonOf(world.post('/api/sync/pull', body, { cookie: phone.cookie() })));
};

/** The catalogue's snapshot, as soon as the server has made it. */
const snapshotOf = async (world: World, phone: Phone) => {
  for (let i = 0; i < 200; i++) {
    const { epoch, scopes, more } = await pullWith(world, phone);
    const told = scopes.find(({ scope }) => scope === CATALOGUE);
    if (told?.snapshot !== undefined) return { epoch, told, more, path: snapshotPath(epoch, CATALOGUE, told.snapshot) };
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('no snapshot was made');
};

describe('a snapshot', () => {
  it('holds what a pull row by row would tell, in one answer any cache may keep for ever', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const { path, told, more } = await snapshotOf(world, phone);
    expect(told.rows).toEqual([]);
    expect(more).toBe(false);
    const response = await world.ask(path);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe(CONTENT_TYPE);
    expect(response.headers.get(PROTOCOL_HEADER)).toBe('1');
    const { rows, cursor } = v.parse(Snapshot, await response.json());
    expect(cursor).toBe(told.snapshot);
    const rowByRow = v.parse(PullReply, await jsonOf(phone.pull())).scopes.find(({ scope }) => scope === CATALOGUE);
    const nameOf = ({ kind, id, seq }: { kind: string; id: string; seq: number }) => `${kind} ${id} ${seq}`;
    expect(rows.slice(0, rowByRow?.rows.length).map(nameOf)).toEqual(rowByRow?.rows.map(nameOf));
  });

  it('is asked for once: the second time its tag is enough', async () => {
    const world = await openWorld();
    const { path } = await snapshotOf(world, await phoneOf(world, 0));
    const etag = (await world.ask(path)).headers.get('etag') ?? '';
    const again = await world.ask(path, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('comes compressed beforehand, as the visitor can read it', async () => {
    const world = await openWorld();
    const { path } = await snapshotOf(world, await phoneOf(world, 0));
    const plain = await (await world.ask(path)).text();
    const bytes = async (encoding: string) => {
      const response = await world.ask(path, { headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      return new Uint8Array(await response.arrayBuffer());
    };
    const [br, gzip] = [await bytes('br'), await bytes('gzip')];
    expect(brotliDecompressSync(br).toString()).toBe(plain);
    expect(gunzipSync(gzip).toString()).toBe(plain);
    expect(br.length).toBeLessThan(gzip.length);
    expect(gzip.length).toBeLessThan(plain.length / 3);
  });
});

describe('the stream of pokes', () => {
  it('tells an organiser of a claim, by the name of the scope and nothing more', async () => {
    const world = await openWorld();
    const [organiser, phone] = [await organiserOf(world), await phoneOf(world, 0)];
    const stream = await listen(world, organiser);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.response.headers.get('cache-control')).toBe('no-store');
    expect(await stream.hears('retry: 15000\n\n')).toBe(true);
    await push(world, await phone.seal(aClaim(badgeId(1), await demoTicket(world, organiser))));
    expect(await stream.hears(`data: ${scopeOf('e', DEMO_EVENT.id)}\n\n`)).toBe(true);
    expect(stream.said()).toBe('');
  });

  it('ends when its device is ended, and when the server does', async () => {
    const world = await openWorld();
    const [one, two] = [await phoneOf(world, 0), await phoneOf(world, 1)];
    const [ending, open] = [await listen(world, one), await listen(world, two)];
    await ending.hears('retry');
    await open.hears('retry');
    await push(world, await one.seal({ name: 'show-badge', args: { badge: badgeId(1), to: 'me' } }));
    expect(await ending.hears('data: d:')).toBe(true);
    await world.restart();
    expect(await open.hears('never said')).toBe(false);
    expect(await ending.hears('never said')).toBe(false);
  });

  it('is given up by who leaves: the next one is let in', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    for (let i = 0; i < 6; i++) {
      const stream = await listen(world, phone);
      expect(await stream.hears('retry')).toBe(true);
      await stream.cancel();
    }
    const streams = await Promise.all(Array.from({ length: 4 }, () => listen(world, phone)));
    for (const stream of streams) await stream.hears('retry');
    expect(await streams[3]?.hears('never said')).toBe(false);
  });
});
