import { describe, expect, it } from 'vitest';
import { pullAll } from '#client/sync/pull';
import { serverClock } from '#client/sync/server-clock';
import type { Transport } from '#client/sync/transport';
import { CATALOGUE, type DeviceId, scopeOf } from '#domain/ids';
import { aRow, aSealedBadge, badgeId, chanceOf, clockAt, organisersOf, PERSON } from '../../build/field.ts';
import { aPhone } from '../../build/phone.ts';
import { openSmallServer } from '../../build/small-server.ts';

const PEOPLE = scopeOf('p', PERSON);
const nobody = '' as DeviceId;

/** A server that answers these pages in turn. */
const scripted = (...pages: readonly object[]): Transport => {
  const left = [...pages];
  return {
    post: async (_path, body) => {
      const page = left.shift();
      const { nonce } = body as { nonce: string };
      return page
        ? { type: 'answer', body: { protocol: 1, nonce, serverTime: 5, epoch: 'one', safe: 0, ...page } }
        : { type: 'silence', why: 'unreachable' };
    },
  };
};

const enrolled = async () => {
  const clock = clockAt('2026-05-30T09:00:05Z');
  const chance = chanceOf(3);
  const server = await openSmallServer({ clock, chance });
  const phone = aPhone({ transport: server.browser(), clock, chance });
  await phone.enrol();
  await phone.claim(await (await organisersOf()).qr());
  const identity = await phone.store.identity();
  if (!identity) throw new Error('enrolled');
  // Its act is sealed, and nobody has heard of it.
  await (await phone.sync({ post: async () => ({ type: 'silence', why: 'unreachable' }) })).run();
  const pull = (transport: Transport) => pullAll({ store: phone.store, transport, clock, chance, identity }, false);
  return { phone, pull, clock };
};

describe('pulling', () => {
  it('in several pages never lets a badge blink: its act is replayed until the last page is in', async () => {
    const { phone, pull } = await enrolled();
    const [badge] = await phone.badges();
    const { head } = await phone.store.sealed();
    const first = {
      last: 1,
      head,
      more: true,
      scopes: [
        { scope: CATALOGUE, cursor: 1, rows: [] },
        { scope: PEOPLE, cursor: 0, rows: [] },
      ],
    };
    await pull(scripted(first));
    expect(await phone.badges()).toHaveLength(1);
    const { scope: _, ...row } = aRow(PEOPLE, 'badge', badge?.id ?? '', aSealedBadge(), 1);
    const second = {
      last: 1,
      head,
      more: false,
      scopes: [
        { scope: CATALOGUE, cursor: 1, rows: [] },
        { scope: PEOPLE, cursor: 1, rows: [row] },
      ],
    };
    expect(await pull(scripted(second))).toMatchObject({ type: 'answer', value: { last: 1, rows: 1 } });
    expect(await phone.badges()).toMatchObject([{ body: { step: 'sealed' } }]);
  });

  it('keeps kinds and fields it does not know', async () => {
    const { phone, pull } = await enrolled();
    const row = { kind: 'from-the-future', id: 'x', v: 9, body: { a: [1, { b: null }] }, stamps: { a: 's' }, seq: 1, deleted: false };
    await pull(scripted({ last: 0, more: false, scopes: [{ scope: CATALOGUE, cursor: 1, rows: [row] }] }));
    const records = await phone.store.read([{ scope: CATALOGUE, kind: 'from-the-future' as never }]);
    expect(records.list(CATALOGUE, 'from-the-future' as never)).toEqual([{ id: 'x', body: { a: [1, { b: null }] } }]);
  });

  it.each([
    ['a malformed row', { last: 0, more: false, scopes: [{ scope: CATALOGUE, cursor: 1, rows: [{ kind: 7 }] }] }],
    ['a scope that is none', { last: 0, more: false, scopes: [{ scope: 'nonsense', cursor: 1, rows: [] }] }],
    ['no epoch', { epoch: undefined, last: 0, more: false, scopes: [] }],
    ['another protocol', { protocol: 2, last: 0, more: false, scopes: [] }],
  ])('believes nothing of a page with %s', async (_what, page) => {
    const { phone, pull } = await enrolled();
    expect(await pull(scripted(page))).toEqual({ type: 'silence', why: 'foreign' });
    expect(await phone.store.cursors()).toEqual({});
  });

  it('takes a judgement without its place in the chain for somebody else’s, until a push has told', async () => {
    const { phone, pull } = await enrolled();
    const page = { last: 1, more: false, scopes: [{ scope: PEOPLE, cursor: 0, rows: [] }] };
    expect(await pull(scripted(page))).toMatchObject({ type: 'answer', value: { last: 0 } });
    expect(await phone.store.progress()).toMatchObject({ last: 0, acknowledged: 0 });
    await phone.store.acknowledge((await phone.store.identity())?.device ?? nobody, 1, await phone.store.progress());
    expect(await pull(scripted(page))).toMatchObject({ type: 'answer', value: { last: 1 } });
    expect(await phone.store.progress()).toMatchObject({ last: 1 });
  });

  it('asks a server with another history again from the start before it believes a row', async () => {
    const { phone, pull } = await enrolled();
    const { scope: _, ...row } = aRow(PEOPLE, 'badge', badgeId(9), aSealedBadge(), 4);
    await pull(scripted({ last: 0, more: false, scopes: [{ scope: PEOPLE, cursor: 4, rows: [row] }] }));
    const asked: unknown[] = [];
    const answers = scripted(
      { epoch: 'two', last: 0, more: false, scopes: [{ scope: PEOPLE, cursor: 4, rows: [] }] },
      { epoch: 'two', last: 0, more: false, scopes: [{ scope: PEOPLE, cursor: 2, rows: [] }] },
    );
    const listening: Transport = {
      post: (path, body) => {
        asked.push((body as { cursors: unknown }).cursors);
        return answers.post(path, body);
      },
    };
    await pull(listening);
    expect(asked).toEqual([{ [PEOPLE]: 4 }, { [PEOPLE]: 0 }]);
    expect(await phone.store.cursors()).toEqual({ [PEOPLE]: 2 });
    expect((await phone.badges()).map(({ id }) => id)).not.toContain(badgeId(9));
  });
});

describe('the server’s time as a device can tell it', () => {
  it('is the device’s own before any sync, and the server’s plus what has passed after', () => {
    const clock = clockAt('2011-01-01T00:00Z');
    let told = { serverTime: 0, seenAt: 0 };
    const time = serverClock(clock, () => told);
    expect(time()).toBe(clock.now);
    told = { serverTime: Date.parse('2026-05-30T09:00Z'), seenAt: clock.now };
    clock.tick(60_000);
    expect(time()).toBe(Date.parse('2026-05-30T09:01Z'));
    clock.tick(-3_600_000);
    expect(time()).toBe(Date.parse('2026-05-30T09:00Z'));
  });
});
