import { describe, expect, it } from 'vitest';
import type { Transport } from '#client/sync/transport';
import { CATALOGUE, type EventId, scopeOf } from '#domain/ids';
import { MAX_ACTIONS, MAX_PUSH_ACTIONS, MAX_ROWS } from '#protocol/limits';
import { eventPatches, write } from '#server/actions/set-up';
import { anEvent, chanceOf, clockAt, EVENT, organisersOf, PERSON, uuidOf } from '../../build/field.ts';
import { aPhone } from '../../build/phone.ts';
import { OTHER_CARD, OTHER_PERSON, openSmallServer, type SmallServer } from '../../build/small-server.ts';

const setting = async () => {
  const clock = clockAt('2026-05-30T09:00:05Z');
  const chance = chanceOf(7);
  const server = await openSmallServer({ clock, chance });
  const { qr } = await organisersOf();
  const phone = aPhone({ transport: server.browser(), clock, chance });
  return { clock, chance, server, qr, phone };
};

const noNetwork: Transport = { post: async () => ({ type: 'silence', why: 'unreachable' }) };

/** A transport that tells the paths asked. */
const counting = (transport: Transport): Transport & { readonly asked: string[] } => {
  const asked: string[] = [];
  const post: Transport['post'] = (path, body) => {
    asked.push(path);
    return transport.post(path, body);
  };
  return { asked, post };
};

/** A server whose backup has nothing yet: `safe` stays behind `last`. */
const withoutBackup = (transport: Transport): Transport => ({
  post: async (path, body) => {
    const answer = await transport.post(path, body);
    if (path !== '/api/sync/pull' || answer.type !== 'answer') return answer;
    return { type: 'answer', body: { ...(answer.body as object), safe: 0 } };
  },
});

/** A server of before pushes grew, or a browser that cannot compress: more than one full segment is too large. */
const takingOneSegment = (transport: Transport): Transport => ({
  post: async (path, body) => {
    const { segments = [] } = body as { readonly segments?: readonly { readonly actions: readonly unknown[] }[] };
    const actions = segments.reduce((sum, segment) => sum + segment.actions.length, 0);
    return actions > MAX_ACTIONS ? { type: 'problem', code: 'TooLarge' } : transport.post(path, body);
  },
});

const onServer = async ({ store }: SmallServer) => {
  const scope = scopeOf('p', PERSON);
  const records = await store.read([
    { scope, kind: 'badge' },
    { scope: scopeOf('e', EVENT), kind: 'claim' },
  ]);
  return { badges: records.list(scope, 'badge'), claims: records.list(scopeOf('e', EVENT), 'claim') };
};

describe('the sync engine', () => {
  it('does nothing on a device that is nobody’s', async () => {
    const { phone, server, clock, chance } = await setting();
    await phone.store.keepKey({ seed: chance(32) });
    expect(await (await aPhone({ transport: server.browser(), clock, chance, disk: phone.disk }).sync()).run()).toEqual({ type: 'nobody' });
  });

  it('brings a badge claimed offline, and brings it back sealed in the same run', async () => {
    const { phone, qr, server } = await setting();
    await phone.enrol();
    const id = await phone.claim(await qr());
    expect(await phone.badges()).toMatchObject([{ id, body: { step: 'claimed' } }]);
    expect(await (await phone.sync()).run()).toMatchObject({ type: 'done', pushed: 1, awaiting: false });
    expect(await phone.badges()).toMatchObject([{ id, body: { step: 'sealed' } }]);
    expect(await phone.store.outbox()).toEqual([]);
    expect(await phone.store.segments()).toEqual([]);
    expect(await onServer(server)).toMatchObject({ badges: [{ id }], claims: [{ id: PERSON, body: { badge: id, how: 'fresh' } }] });
  });

  it('says that a badge waits for its seal until it is there', async () => {
    const { phone, qr, server } = await setting();
    server.sealing = false;
    await phone.enrol();
    await phone.claim(await qr());
    const sync = await phone.sync();
    expect(await sync.run()).toMatchObject({ type: 'done', awaiting: true });
    await server.seal();
    expect(await sync.run()).toMatchObject({ type: 'done', awaiting: false });
    expect(await phone.badges()).toMatchObject([{ body: { step: 'sealed' } }]);
  });

  it('costs one request when there is nothing to say', async () => {
    const { phone, server } = await setting();
    const browser = counting(server.browser());
    await phone.enrol();
    const sync = await phone.sync(browser);
    await sync.run();
    browser.asked.length = 0;
    await sync.run();
    expect(browser.asked).toEqual(['/api/sync/pull']);
  });

  it('signs in by itself when the cookie is gone, once', async () => {
    const { phone, server } = await setting();
    await phone.enrol();
    const browser = counting(server.browser());
    expect(await (await phone.sync(browser)).run()).toMatchObject({ type: 'done' });
    expect(browser.asked).toEqual(['/api/sync/pull', '/api/challenge', '/api/sign-in', '/api/sync/pull']);
  });

  it('tells when the server no longer knows the device, and loses nothing', async () => {
    const { phone, qr, clock, chance } = await setting();
    await phone.enrol();
    await phone.claim(await qr());
    const another = await openSmallServer({ clock, chance });
    expect(await (await phone.sync(another.browser())).run()).toEqual({ type: 'refused', code: 'SignInNeeded' });
    expect(await phone.badges()).toHaveLength(1);
    expect(await phone.store.outbox()).toHaveLength(1);
  });

  it('leaves everything as it is when nobody answers', async () => {
    const { phone, qr } = await setting();
    await phone.enrol();
    await phone.claim(await qr());
    expect(await (await phone.sync(noNetwork)).run()).toEqual({ type: 'silence', why: 'unreachable' });
    expect((await phone.store.progress()).acknowledged).toBe(0);
    expect(await phone.badges()).toHaveLength(1);
  });

  it('makes one small segment in weeks of vain tries, and brings the rest in one more', async () => {
    const { phone, qr, server, clock } = await setting();
    await phone.enrol();
    await phone.claim(await qr());
    const [badge] = await phone.badges();
    for (let day = 0; day < 30; day++) {
      clock.tick(86_400_000);
      if (badge) await phone.show(badge.id, day % 2 ? 'me' : 'world');
      await (await phone.sync(noNetwork)).run();
    }
    expect(await phone.store.segments()).toHaveLength(1);
    const browser = counting(server.browser());
    expect(await (await phone.sync(browser)).run()).toMatchObject({ type: 'done', pushed: 31 });
    expect(browser.asked.filter((path) => path.endsWith('push'))).toHaveLength(2);
  });

  it('brings more acts than one push may hold', async () => {
    const { phone, qr, server, clock } = await setting();
    await phone.enrol();
    await phone.claim(await qr());
    const [badge] = await phone.badges();
    for (let i = 0; i < MAX_PUSH_ACTIONS + 100; i++) {
      clock.tick(1);
      if (badge) await phone.show(badge.id, i % 2 ? 'me' : 'world');
    }
    const browser = counting(server.browser());
    expect(await (await phone.sync(browser)).run()).toMatchObject({ type: 'done', pushed: MAX_PUSH_ACTIONS + 101 });
    expect(browser.asked.filter((path) => path.endsWith('push'))).toHaveLength(2);
    expect((await onServer(server)).badges).toMatchObject([{ body: { shown: 'me' } }]);
  });

  it('brings one segment after the other to a server that takes no more, and loses none', async () => {
    const { phone, qr, server, clock } = await setting();
    await phone.enrol();
    await phone.claim(await qr());
    const [badge] = await phone.badges();
    for (let i = 0; i < 600; i++) {
      clock.tick(1);
      if (badge) await phone.show(badge.id, i % 2 ? 'me' : 'world');
    }
    const browser = counting(takingOneSegment(server.browser()));
    expect(await (await phone.sync(browser)).run()).toMatchObject({ type: 'done', pushed: 601 });
    expect(browser.asked.filter((path) => path.endsWith('push'))).toHaveLength(4);
    expect((await onServer(server)).badges).toMatchObject([{ body: { shown: 'me' } }]);
  });

  it('is told when even one segment is too large, and asks no third time', async () => {
    const { phone, qr } = await setting();
    await phone.enrol();
    await phone.claim(await qr());
    const browser = counting({ post: async () => ({ type: 'problem', code: 'TooLarge' }) });
    expect(await (await phone.sync(browser)).run()).toEqual({ type: 'refused', code: 'TooLarge' });
    expect(browser.asked.filter((path) => path.endsWith('push'))).toHaveLength(2);
    expect(await phone.badges()).toHaveLength(1);
  });

  it('is not stopped by an act the server refuses: it says why and goes on', async () => {
    const { phone, qr, server } = await setting();
    await phone.enrol();
    const lost = await phone.claim(await qr({ event: uuidOf(555) as EventId }));
    const won = await phone.claim(await qr());
    expect(await (await phone.sync()).run()).toMatchObject({ type: 'done', pushed: 2 });
    expect((await phone.badges()).map(({ id }) => id)).toEqual([won]);
    const identity = await phone.store.identity();
    const own = scopeOf('d', identity?.device ?? '');
    const refusals = (await phone.store.read([{ scope: own, kind: 'refusal' }])).list(own, 'refusal');
    expect(refusals.map(({ body }) => body)).toMatchObject([{ n: 1, refusal: { type: 'EventUnknown' } }]);
    expect(lost).not.toBe(won);
    expect((await onServer(server)).badges).toHaveLength(1);
  });

  it('gives the same badge to two phones of one person that claimed it apart', async () => {
    const { phone, qr, server, clock, chance } = await setting();
    const second = aPhone({ transport: server.browser(), clock, chance });
    for (const one of [phone, second]) {
      await one.enrol();
      await one.claim(await qr());
    }
    await (await phone.sync()).run();
    await (await second.sync()).run();
    await (await phone.sync()).run();
    expect(await second.badges()).toEqual(await phone.badges());
    expect(await phone.badges()).toHaveLength(1);
    expect((await onServer(server)).claims).toHaveLength(1);
  });

  it('does last what was tapped last, even on a phone whose clock was set back', async () => {
    const { phone, qr, clock } = await setting();
    await phone.enrol();
    const id = await phone.claim(await qr());
    if (typeof id !== 'string') throw new Error('not claimed');
    await phone.show(id, 'world');
    clock.tick(-3_600_000);
    await phone.show(id, 'me');
    clock.tick(3_600_000);
    await (await phone.sync()).run();
    expect(await phone.badges()).toMatchObject([{ body: { shown: 'me' } }]);
  });

  it('takes the catalogue in pages, each kept: what was cut goes on from there', async () => {
    const { phone, server } = await setting();
    const roads = Array.from({ length: MAX_ROWS + 200 }, (_, i) => uuidOf(5000 + i));
    await write(
      server.store,
      roads.map((id) => ({ scope: CATALOGUE, kind: 'road' as const, id, body: { needed: 2 } })),
    );
    await phone.enrol();
    const browser = counting(server.browser());
    let answers = 0;
    const cut: Transport = {
      post: async (path, body) => {
        const answer = await browser.post(path, body);
        return path === '/api/sync/pull' && answer.type === 'answer' && ++answers === 2 ? { type: 'silence', why: 'cut' } : answer;
      },
    };
    expect((await (await phone.sync(cut)).run()).type).toBe('silence');
    const kept = Object.values(await phone.store.cursors()).reduce((sum, cursor) => sum + cursor, 0);
    expect(kept).toBeGreaterThan(MAX_ROWS - 100);
    const done = await (await phone.sync(browser)).run();
    expect(done.type === 'done' && done.rows).toBeLessThan(300);
    expect((await phone.store.read([{ scope: CATALOGUE, kind: 'road' }])).list(CATALOGUE, 'road')).toHaveLength(roads.length);
  });

  describe('when the server was set back', () => {
    it('with another epoch: pulls all anew and brings again what was not safe', async () => {
      const { phone, qr, server, clock, chance } = await setting();
      await phone.enrol();
      await (await phone.sync()).run();
      const id = await phone.claim(await qr());
      await (await phone.sync(withoutBackup(server.browser()))).run();
      expect(await phone.store.segments()).toHaveLength(1);

      const restored = await openSmallServer({ clock, chance });
      restored.epoch = 'second';
      const again = aPhone({ transport: restored.browser(), clock, chance, disk: phone.disk });
      await again.enrol();
      expect(await (await again.sync()).run()).toMatchObject({ type: 'done', awaiting: false });
      expect(await again.badges()).toMatchObject([{ id, body: { step: 'sealed' } }]);
      expect((await onServer(restored)).badges).toHaveLength(1);
    });

    it('without one, a gap is closed with the segments that are still here', async () => {
      const { phone, qr, clock, chance, server } = await setting();
      await phone.enrol();
      await phone.claim(await qr());
      await (await phone.sync(withoutBackup(server.browser()))).run();
      const restored = await openSmallServer({ clock, chance });
      const again = aPhone({ transport: restored.browser(), clock, chance, disk: phone.disk });
      await again.enrol();
      const [badge] = await again.badges();
      if (badge) await again.show(badge.id, 'world');
      expect(await (await again.sync()).run()).toMatchObject({ type: 'done' });
      expect((await onServer(restored)).badges).toMatchObject([{ body: { shown: 'world' } }]);
    });
  });

  it('never mixes two people’s things', async () => {
    const { phone, qr, server, clock, chance } = await setting();
    const other = aPhone({ transport: server.browser(), clock, chance });
    await phone.enrol();
    await other.enrol(OTHER_CARD);
    await phone.claim(await qr());
    await other.claim(await qr());
    await (await phone.sync()).run();
    await (await other.sync()).run();
    expect(await other.badges(PERSON)).toEqual([]);
    expect(await other.badges(OTHER_PERSON)).toHaveLength(1);
    expect(Object.keys(await other.store.cursors()).sort()).toEqual(
      [
        'c:network',
        scopeOf('d', (await other.store.identity())?.device ?? ''),
        scopeOf('p', OTHER_PERSON),
        scopeOf('q', OTHER_PERSON),
      ].sort(),
    );
  });

  it('brings the badges of two events', async () => {
    const { phone, qr, server } = await setting();
    const later = uuidOf(900) as EventId;
    await write(server.store, eventPatches(later, anEvent({ title: 'Atelier' })));
    await phone.enrol();
    await phone.claim(await qr());
    await phone.claim(await qr({ event: later }));
    await (await phone.sync()).run();
    expect(await phone.badges()).toHaveLength(2);
  });
});
