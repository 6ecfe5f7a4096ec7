import { describe, expect, it } from 'vitest';
import type { ClientStore } from '#client/sync/client-store';
import type { Transport } from '#client/sync/transport';
import { type DeviceId, type EventId, scopeOf } from '#domain/ids';
import { revokeDevice } from '#server/actions/revoke-device';
import { eventPatches, write } from '#server/actions/set-up';
import { anEvent, chanceOf, clockAt, EVENT, organisersOf, PERSON, uuidOf } from '../../build/field.ts';
import { copyOf, loseWrites } from '../../build/memory-place.ts';
import { aPhone, type Phone, type PhoneOptions } from '../../build/phone.ts';
import { openSmallServer, type SmallServer } from '../../build/small-server.ts';

const LATER = uuidOf(901) as EventId;
const noNetwork: Transport = { post: async () => ({ type: 'silence', why: 'unreachable' }) };

const setting = async () => {
  const clock = clockAt('2026-05-30T09:00:05Z');
  const chance = chanceOf(31);
  const server = await openSmallServer({ clock, chance });
  await write(server.store, eventPatches(LATER, anEvent()));
  const { qr } = await organisersOf();
  const another = (more: Partial<PhoneOptions> = {}) => aPhone({ transport: server.browser(), clock, chance, ...more });
  const phone = another();
  await phone.enrol();
  const sync = async (one: Phone) => {
    clock.tick(1000);
    return (await one.sync()).run();
  };
  return { clock, chance, server, qr, phone, another, sync, ticket: await qr(), later: await qr({ event: LATER }) };
};

const badgesOn = async ({ store }: SmallServer) => {
  const scope = scopeOf('p', PERSON);
  return (await store.read([{ scope, kind: 'badge' }])).list(scope, 'badge').map(({ id }) => id);
};

const deviceOf = async (phone: Phone): Promise<DeviceId> => (await phone.store.identity())?.device ?? ('' as DeviceId);

const claimed = async (phone: Phone, ticket: string) => {
  const badge = await phone.claim(ticket);
  if (typeof badge !== 'string') throw new Error(`not claimed: ${badge.type}`);
  return badge;
};

describe('a phone whose disk has lost its last writes', () => {
  it('goes on under another key: what it brought before stays, what it does now arrives', async () => {
    const { phone, ticket, later, sync, server } = await setting();
    await sync(phone);
    const before = phone.disk.recent.length;
    const lost = await claimed(phone, ticket);
    await sync(phone);
    loseWrites(phone.disk, phone.disk.recent.length - Math.min(before, phone.disk.recent.length - 6));
    expect(await phone.store.outbox()).toEqual([]);
    const device = await deviceOf(phone);
    const kept = await claimed(phone, later);
    expect(await sync(phone)).toMatchObject({ type: 'done', awaiting: false });
    expect(await deviceOf(phone)).not.toBe(device);
    expect((await phone.badges()).map(({ id }) => id).sort()).toEqual([lost, kept].sort());
    expect((await badgesOn(server)).toSorted()).toEqual([lost, kept].toSorted());
  });
});

describe('two copies of one phone', () => {
  const copies = async () => {
    const set = await setting();
    await set.sync(set.phone);
    const shared = await claimed(set.phone, set.ticket);
    const copy = set.another({ disk: copyOf(set.phone.disk) });
    await copy.enrol();
    return { ...set, shared, copy };
  };

  it('both go on, each with its own acts, and what both carried is done once', async () => {
    const { phone, copy, shared, later, sync, server, clock } = await copies();
    clock.tick(1000);
    await phone.show(shared, 'world');
    clock.tick(1000);
    const more = await claimed(copy, later);
    expect(await sync(phone)).toMatchObject({ type: 'done' });
    expect(await sync(copy)).toMatchObject({ type: 'done' });
    expect(await sync(phone)).toMatchObject({ type: 'done' });
    expect(await deviceOf(copy)).not.toBe(await deviceOf(phone));
    for (const one of [phone, copy]) {
      const held = new Map((await one.badges()).map(({ id, body }) => [id, body.shown]));
      expect(held).toEqual(
        new Map([
          [shared, 'world'],
          [more, 'me'],
        ]),
      );
      expect(await one.store.outbox()).toEqual([]);
    }
    expect(await badgesOn(server)).toHaveLength(2);
  });

  it('both go on, though both had kept the same key to go on with and one of them entered with it by the card', async () => {
    const { phone, another, copy, shared, sync, chance } = await copies();
    const of = await deviceOf(phone);
    const successor = await phone.store.keepSuccessor(of, { seed: chance(32) });
    if (!successor) throw new Error('it is this device');
    const twin = another({ disk: copyOf(phone.disk) });
    // Its server had forgotten the device, and it entered again.
    const entered = another();
    await entered.store.keepKey(successor.key);
    await entered.enrol();
    for (const one of [phone, copy, twin]) await one.show(shared, 'world');
    for (const one of [phone, copy, twin, twin, copy, twin]) await sync(one);
    expect(await twin.store.outbox()).toEqual([]);
    expect(await copy.store.outbox()).toEqual([]);
    expect(new Set(await Promise.all([phone, copy, twin, entered].map(deviceOf))).size).toBe(4);
  });

  it('never take each other’s acts for their own: nothing waits unsent and unseen', async () => {
    const { phone, copy, later, sync, server } = await copies();
    const more = await claimed(copy, later);
    await sync(phone);
    await (await copy.sync(noNetwork)).run();
    // It only looks for news: the server has judged as many acts of this key as this copy has done.
    expect(await sync(copy)).toMatchObject({ type: 'done' });
    expect(await badgesOn(server)).toContain(more);
  });

  it('tells the refusal again to the copy that goes on', async () => {
    const { phone, sync, another, qr } = await setting();
    await sync(phone);
    const unknown = await claimed(phone, await qr({ event: uuidOf(555) as EventId }));
    const copy = another({ disk: copyOf(phone.disk) });
    await copy.enrol();
    await sync(phone);
    await copy.claim(await qr());
    expect(await sync(copy)).toMatchObject({ type: 'done' });
    const own = scopeOf('d', await deviceOf(copy));
    const refusals = (await copy.store.read([{ scope: own, kind: 'refusal' }])).list(own, 'refusal');
    expect(refusals.map(({ body }) => body.refusal.type)).toEqual(['EventUnknown']);
    expect((await copy.badges()).map(({ id }) => id)).not.toContain(unknown);
  });
});

describe('a server restored from so long ago that a phone no longer keeps what it lost', () => {
  it('gets what is done from now on, under another key', async () => {
    const { phone, ticket, later, sync, clock, chance, another } = await setting();
    await claimed(phone, ticket);
    await sync(phone);
    expect(await phone.store.segments()).toEqual([]);
    const restored = await openSmallServer({ clock, chance });
    restored.epoch = 'second';
    await write(restored.store, eventPatches(LATER, anEvent()));
    const again = another({ transport: restored.browser(), disk: phone.disk });
    await again.enrol();
    const kept = await claimed(again, later);
    expect(await sync(again)).toMatchObject({ type: 'done', awaiting: false });
    expect(await badgesOn(restored)).toEqual([kept]);
    expect((await again.badges()).map(({ id }) => id)).toEqual([kept]);
  });
});

describe('going on under another key', () => {
  const forked = async () => {
    const set = await setting();
    await set.sync(set.phone);
    const copy = copyOf(set.phone.disk);
    await claimed(set.phone, set.ticket);
    await set.sync(set.phone);
    return { ...set, copy };
  };

  it('killed at any moment, it makes one new device and loses nothing', async () => {
    const { server, copy: first, another, later, sync } = await forked();
    const devices = (await server.store.scopes('d')).length;
    let fatal = 0;
    for (let wasKilled = true; wasKilled; ) {
      const disk = copyOf(first);
      fatal += 1;
      wasKilled = false;
      let calls = 0;
      const mortal = (store: ClientStore): ClientStore =>
        new Proxy(store, {
          get: (target, name) => {
            const work = Reflect.get(target, name) as (...args: unknown[]) => unknown;
            return async (...args: unknown[]) => {
              calls += 1;
              wasKilled ||= calls === fatal;
              if (calls >= fatal) throw new Error('killed');
              return work.apply(target, args);
            };
          },
        });
      await sync(another({ disk, wrap: mortal })).catch(() => undefined);
      const phone = another({ disk });
      if (fatal === 1) await phone.claim(later);
      expect(await sync(phone), `killed at call ${fatal}`).toMatchObject({ type: 'done' });
    }
    expect(fatal).toBeGreaterThan(15);
    // Each copy became one new device, the one that forked before it was killed included.
    expect((await server.store.scopes('d')).length - devices).toBe(fatal);
    expect(await badgesOn(server)).toHaveLength(2);
  });

  it('is not done for a device that was ended: everything leaves it, unsent acts are set aside', async () => {
    const { server, copy, another, later, sync, phone } = await forked();
    const old = another({ disk: copy });
    const unsent = await claimed(old, later);
    await revokeDevice(server.store, await deviceOf(phone));
    expect(await sync(old)).toEqual({ type: 'refused', code: 'DeviceEnded' });
    expect(await old.store.identity()).toBeUndefined();
    expect((await old.store.aside()).map(({ entry }) => (entry.args as { badge: string }).badge)).toEqual([unsent]);
    expect(await badgesOn(server)).toHaveLength(1);
  });

  it('ends with the device it came from', async () => {
    const { server, copy, another, sync, phone } = await forked();
    const old = await deviceOf(phone);
    const heir = another({ disk: copy });
    expect(await sync(heir)).toMatchObject({ type: 'done' });
    expect(await deviceOf(heir)).not.toBe(old);
    await revokeDevice(server.store, old);
    expect(await sync(heir)).toEqual({ type: 'refused', code: 'DeviceEnded' });
    expect(await sync(phone)).toEqual({ type: 'refused', code: 'DeviceEnded' });
  });

  it('ends alone when it is the one that is ended', async () => {
    const { server, copy, another, sync, phone } = await forked();
    const heir = another({ disk: copy });
    await sync(heir);
    await revokeDevice(server.store, await deviceOf(heir));
    expect(await sync(heir)).toEqual({ type: 'refused', code: 'DeviceEnded' });
    expect(await sync(phone)).toMatchObject({ type: 'done' });
  });
});

describe('a claim of the event', () => {
  it('that both copies made apart is one badge', async () => {
    const { phone, another, sync, server, ticket } = await setting();
    await sync(phone);
    const copy = another({ disk: copyOf(phone.disk) });
    await copy.enrol();
    for (const one of [phone, copy]) await one.claim(ticket);
    for (const one of [phone, copy, phone]) expect(await sync(one)).toMatchObject({ type: 'done' });
    expect(await badgesOn(server)).toHaveLength(1);
    expect(await copy.badges()).toEqual(await phone.badges());
    const scope = scopeOf('e', EVENT);
    expect((await server.store.read([{ scope, kind: 'claim' }])).list(scope, 'claim')).toHaveLength(1);
  });
});
