import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '#base/bytes';
import { doAct } from '#client/actions/do-act';
import { toFrames } from '#protocol/box-frames';
import { revokeDevice } from '#server/actions/revoke-device';
import { aCourierAndAPhone, aField, badgesOnServer, boxesOf, NO_NETWORK, ticketOf } from '../../build/boxes.ts';
import { PERSON, STRUCTURE } from '../../build/field.ts';
import { aPhone } from '../../build/phone.ts';
import { OTHER_CARD } from '../../build/small-server.ts';

const one = (list: readonly Bytes[]): Bytes => {
  const [only] = list;
  if (!only) throw new Error('one answer');
  return only;
};

describe('a phone without any network', () => {
  it('has its badge signed all the same, through another device that reads nothing of it', async () => {
    const { phone, courier, ofPhone, ofCourier, qr, server } = await aCourierAndAPhone();
    const id = await phone.claim(await qr());
    await ofCourier.take(await ofPhone.box());
    expect(await badgesOnServer(server)).toEqual([]);
    expect(await (await courier.sync()).run()).toMatchObject({ type: 'done' });
    expect(await badgesOnServer(server)).toEqual([id]);
    const answer = one(await ofCourier.answers());
    expect(await phone.badges()).toMatchObject([{ id, body: { step: 'claimed' } }]);
    expect(await ofPhone.read(answer)).toEqual({ type: 'taken' });
    expect(await phone.badges()).toMatchObject([{ id, body: { step: 'sealed' } }]);
    expect(await phone.store.outbox()).toEqual([]);
    expect(await phone.store.progress()).toMatchObject({ acknowledged: 1, last: 1 });
    expect(await ofPhone.pack()).toEqual({ type: 'nothing' });
  });

  it('shows at most ten codes for five badges, and is answered in codes too', async () => {
    const { phone, courier, ofPhone, ofCourier, server, qr } = await aCourierAndAPhone();
    for (let n = 0; n < 5; n++) await phone.claim(await ticketOf({ server, qr }, n));
    const frames = toFrames(await ofPhone.box());
    expect(frames.ok && frames.value.length).toBeLessThanOrEqual(10);
    await ofCourier.take(await ofPhone.box());
    await (await courier.sync()).run();
    const answer = one(await ofCourier.answers());
    expect(toFrames(answer).ok).toBe(true);
    await ofPhone.read(answer);
    expect((await phone.badges()).map(({ body }) => body.step)).toEqual(Array(5).fill('sealed'));
  });

  it('shows the same codes again while nothing has changed, and others when something has', async () => {
    const { phone, ofPhone, server, qr } = await aCourierAndAPhone();
    await phone.claim(await ticketOf({ server, qr }, 1));
    const first = await ofPhone.box();
    expect(await ofPhone.box()).toEqual(first);
    await phone.claim(await ticketOf({ server, qr }, 2));
    expect(await ofPhone.box()).not.toEqual(first);
  });

  it('that never heard of boxes, or has nothing to send, says so', async () => {
    const field = await aField();
    const { clock, chance, server } = field;
    const phone = aPhone({ transport: server.browser(), clock, chance });
    await phone.enrol();
    expect(await boxesOf(field, phone).pack()).toEqual({ type: 'no-key' });
    await (await phone.sync()).run();
    expect(await boxesOf(field, phone).pack()).toEqual({ type: 'nothing' });
  });

  it('believes no answer but its own server’s to its own box', async () => {
    const { phone, courier, ofPhone, ofCourier, qr } = await aCourierAndAPhone();
    await phone.claim(await qr());
    await ofCourier.take(await ofPhone.box());
    await (await courier.sync()).run();
    const answer = one(await ofCourier.answers());
    const altered = answer.slice();
    altered[40] = (altered[40] ?? 0) ^ 1;
    for (const other of [altered, answer.slice(0, 20), await ofPhone.box()]) expect(await ofPhone.read(other)).toEqual({ type: 'foreign' });
    expect(await ofCourier.read(answer)).toEqual({ type: 'foreign' });
    expect(await phone.store.progress()).toMatchObject({ acknowledged: 0 });
    expect([await ofPhone.read(answer), await ofPhone.read(answer)]).toEqual([{ type: 'taken' }, { type: 'taken' }]);
  });

  it('that was ended hears it from its courier, and keeps what it did', async () => {
    const { phone, courier, ofPhone, ofCourier, qr, server } = await aCourierAndAPhone();
    await phone.claim(await qr());
    const box = await ofPhone.box();
    const { device } = (await phone.store.identity()) ?? {};
    await revokeDevice(server.store, device ?? ('' as never));
    await ofCourier.take(box);
    await (await courier.sync()).run();
    expect(await courier.store.boxes()).toMatchObject([{ problem: 'DeviceEnded' }]);
    expect(await ofPhone.read(one(await ofCourier.answers()))).toEqual({ type: 'refused', code: 'DeviceEnded' });
    expect(await phone.store.identity()).toBeUndefined();
    expect(await phone.store.aside()).toHaveLength(1);
    expect(await badgesOnServer(server)).toEqual([]);
  });

  it('finds later a network of its own, and nothing is done twice', async () => {
    const { phone, courier, ofPhone, ofCourier, qr, server } = await aCourierAndAPhone();
    const id = await phone.claim(await qr());
    await ofCourier.take(await ofPhone.box());
    expect(await (await phone.sync()).run()).toMatchObject({ type: 'done', pushed: 1 });
    await (await courier.sync()).run();
    expect(await ofPhone.read(one(await ofCourier.answers()))).toEqual({ type: 'taken' });
    expect(await badgesOnServer(server)).toEqual([id]);
    expect(await phone.badges()).toMatchObject([{ id, body: { step: 'sealed' } }]);
  });
});

describe('a courier', () => {
  it('keeps boxes without a network, through its own end, until they are brought', async () => {
    const { phone, courier, ofPhone, ofCourier, qr, server, clock, chance } = await aCourierAndAPhone();
    await phone.claim(await qr());
    await ofCourier.take(await ofPhone.box());
    expect(await (await courier.sync(NO_NETWORK)).run()).toMatchObject({ type: 'silence' });
    const restarted = aPhone({ transport: server.browser(), clock, chance, disk: courier.disk });
    expect(await restarted.store.boxes()).toHaveLength(1);
    await (await restarted.sync()).run();
    expect(await badgesOnServer(server)).toHaveLength(1);
    expect(await (await restarted.sync()).run()).toMatchObject({ type: 'done' });
  });

  it('takes the same box once', async () => {
    const { phone, courier, ofPhone, ofCourier, qr } = await aCourierAndAPhone();
    await phone.claim(await qr());
    const box = await ofPhone.box();
    expect([await ofCourier.take(box), await ofCourier.take(box)]).toEqual(['kept', 'kept']);
    expect(await courier.store.boxes()).toHaveLength(1);
  });

  it('is told what the server cannot open, and does not bring it again', async () => {
    const { courier, ofCourier, ofPhone, phone, qr } = await aCourierAndAPhone();
    await phone.claim(await qr());
    const altered = (await ofPhone.box()).slice();
    altered[100] = (altered[100] ?? 0) ^ 1;
    await ofCourier.take(altered);
    await (await courier.sync()).run();
    expect(await courier.store.boxes()).toMatchObject([{ problem: 'BoxUnreadable' }]);
    expect(await ofCourier.answers()).toEqual([]);
  });
});

describe('whatever becomes of boxes and answers on their way', () => {
  it('acts happen exactly once, and in their order', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constant('act' as const) },
      { weight: 3, arbitrary: fc.constant('pack' as const) },
      { weight: 3, arbitrary: fc.record({ bring: fc.nat(20), by: fc.nat(1) }) },
      { weight: 2, arbitrary: fc.record({ answer: fc.nat(20) }) },
      { weight: 1, arbitrary: fc.constant('online' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
        const { phone, courier, ofPhone, server, qr, clock, chance } = await aCourierAndAPhone();
        const other = aPhone({ transport: server.browser(), clock, chance });
        await other.enrol(OTHER_CARD);
        const field = { clock, chance, server, qr };
        const couriers = [boxesOf(field, courier), boxesOf(field, other)];
        const syncs = [await courier.sync(), await other.sync()];
        const done: unknown[] = [];
        const boxes: Bytes[] = [];
        const answers = async () => (await Promise.all(couriers.map((one) => one.answers()))).flat();
        for (const now of steps) {
          clock.tick(1000);
          if (now === 'act') done.push(await phone.claim(await ticketOf(field, done.length)));
          else if (now === 'pack') {
            const packed = await ofPhone.pack();
            if (packed.type === 'box') boxes.push(packed.sent.box);
          } else if (now === 'online') await (await phone.sync()).run();
          else if ('bring' in now) {
            const box = boxes[now.bring % Math.max(1, boxes.length)];
            if (!box) continue;
            await couriers[now.by]?.take(box);
            await syncs[now.by]?.run();
          } else {
            const all = await answers();
            const answer = all[now.answer % Math.max(1, all.length)];
            if (answer) await ofPhone.read(answer);
          }
          // In their order, without a hole, and never more than was done.
          const there = await badgesOnServer(server);
          expect(new Set(there)).toEqual(new Set(done.slice(0, there.length)));
          expect((await phone.badges()).map(({ id }) => id).toSorted()).toEqual([...done].toSorted());
        }
        const last = await ofPhone.pack();
        if (last.type === 'box') {
          await couriers[0]?.take(last.sent.box);
          await syncs[0]?.run();
          for (const answer of await answers()) await ofPhone.read(answer);
        }
        expect(new Set(await badgesOnServer(server))).toEqual(new Set(done));
        expect((await phone.store.progress()).acknowledged).toBe(done.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('leaving a shared device', () => {
  it('wipes what has arrived at once, and nothing has to stay', async () => {
    const { phone, ofPhone, qr } = await aCourierAndAPhone();
    await phone.claim(await qr());
    await (await phone.sync()).run();
    expect(await ofPhone.leave()).toBe('left');
    expect(await phone.store.identity()).toBeUndefined();
    expect(await phone.store.boxes()).toEqual([]);
    expect(await phone.badges()).toEqual([]);
    expect(phone.disk.outbox.size + phone.disk.segments.size).toBe(0);
  });

  it('keeps what has not arrived, unreadable, until the next person’s sync has brought it; then nothing is left of it', async () => {
    const { phone, ofPhone, server, qr, clock, chance } = await aCourierAndAPhone();
    const ids = [await phone.claim(await ticketOf({ server, qr }, 1)), await phone.claim(await ticketOf({ server, qr }, 2))];
    const { device } = (await phone.store.identity()) ?? {};
    expect(await ofPhone.leave()).toBe('left');
    const kept = JSON.stringify([...phone.disk.meta, ...phone.disk.outbox, ...phone.disk.aside, ...phone.disk.segments]);
    for (const secret of [PERSON, device ?? '', STRUCTURE, ...ids.map(String)]) expect(kept).not.toContain(secret);
    expect(await phone.store.boxes()).toMatchObject([{ from: 'left' }]);
    expect(await badgesOnServer(server)).toEqual([]);
    const next = aPhone({ transport: server.browser(), clock, chance, disk: phone.disk });
    await next.enrol(OTHER_CARD);
    await (await next.sync()).run();
    expect(new Set(await badgesOnServer(server))).toEqual(new Set(ids));
    expect(await next.store.boxes()).toEqual([]);
    expect(await next.badges()).toEqual([]);
  });

  it('of weeks of work takes several boxes, brought in their order', async () => {
    const { phone, ofPhone, server, qr, clock, chance } = await aCourierAndAPhone();
    const badge = await phone.claim(await qr());
    for (let i = 0; i < 700; i++)
      await doAct({ store: phone.store, clock, chance, origin: '' } as never, 'show-badge', { badge, to: i % 2 ? 'me' : 'world' } as never);
    expect(await ofPhone.leave()).toBe('left');
    expect((await phone.store.boxes()).length).toBeGreaterThan(1);
    const next = aPhone({ transport: server.browser(), clock, chance, disk: phone.disk });
    await next.enrol(OTHER_CARD);
    await (await next.sync()).run();
    expect(await next.store.boxes()).toEqual([]);
    expect(await badgesOnServer(server)).toEqual([badge]);
  });

  it('without a key to close it for changes nothing', async () => {
    const field = await aField();
    const { clock, chance, server, qr } = field;
    const phone = aPhone({ transport: server.browser(), clock, chance });
    await phone.enrol();
    await phone.claim(await qr());
    expect(await boxesOf(field, phone).leave()).toBe('no-key');
    expect(await phone.store.identity()).toBeDefined();
    expect(await phone.store.outbox()).toHaveLength(1);
  });
});
