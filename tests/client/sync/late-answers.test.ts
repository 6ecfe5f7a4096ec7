import { describe, expect, it } from 'vitest';
import type { Transport } from '#client/sync/transport';
import type { DeviceId } from '#domain/ids';
import { aCourierAndAPhone } from '../../build/boxes.ts';
import { chanceOf, clockAt } from '../../build/field.ts';
import { aPhone } from '../../build/phone.ts';
import { INVITATION, openSmallServer } from '../../build/small-server.ts';

/** While that is being answered, something else happens on the device. */
const meanwhile = (transport: Transport, on: string, happens: () => Promise<unknown>): Transport => {
  let isOver = false;
  return {
    post: async (path, body) => {
      const answer = await transport.post(path, body);
      if (path === on && !isOver) {
        isOver = true;
        await happens();
      }
      return answer;
    },
  };
};

const NEXT = 'z6MknGc3ocHs3zdPiJbnaaqDi58NGb4pk1Sp9WxWufuXSdxf' as DeviceId;

const staffOf = async () => {
  const clock = clockAt('2026-05-30T09:00:05Z');
  const chance = chanceOf(17);
  const server = await openSmallServer({ clock, chance });
  const browser = server.browser();
  const phone = aPhone({ transport: browser, clock, chance });
  await phone.enrolStaff(INVITATION);
  // Its cookie is gone: it has to sign in, and is given a certificate.
  return { phone, chance, fresh: server.browser() };
};

describe('an answer that comes after its owner has left', () => {
  it('brings nothing of hers back on the device', async () => {
    const { phone, ofPhone, server } = await aCourierAndAPhone();
    const browser = server.browser();
    await (await phone.sync(browser)).run();
    await phone.store.renew(Object.keys(await phone.store.cursors()));
    const ended = await (await phone.sync(meanwhile(browser, '/api/sync/pull', ofPhone.leave))).run();
    expect(ended).toEqual({ type: 'silence', why: 'foreign' });
    expect(await phone.store.identity()).toBeUndefined();
    expect([await phone.store.cursors(), await phone.badges()]).toEqual([{}, []]);
    const rows = [...phone.disk.rows.values()].flatMap((kinds) => [...kinds.values()]);
    expect(rows.flatMap((some) => [...some.keys()])).toEqual([]);
  });

  it('to her signing in makes the device nobody’s again', async () => {
    const { phone, fresh } = await staffOf();
    const device = (await phone.store.identity())?.device;
    if (!device) throw new Error('enrolled');
    const leaving = meanwhile(fresh, '/api/sign-in', () => phone.store.leave(device, 0, []));
    await (await phone.sync(leaving)).run();
    expect(await phone.store.identity()).toBeUndefined();
  });
});

describe('a sign-in that ends after another tab went on under another key', () => {
  it('breaks nothing, and leaves that key as it is', async () => {
    const { phone, chance, fresh } = await staffOf();
    const held = await phone.store.identity();
    if (!held) throw new Error('enrolled');
    const succeeding = meanwhile(fresh, '/api/sign-in', async () => {
      const successor = await phone.store.keepSuccessor(held.device, { seed: chance(32) });
      if (successor) await phone.store.succeed(successor, { ...held, device: NEXT, keyPair: successor.key });
    });
    expect(await (await phone.sync(succeeding)).run()).not.toMatchObject({ type: 'done' });
    expect((await phone.store.identity())?.device).toBe(NEXT);
  });
});
