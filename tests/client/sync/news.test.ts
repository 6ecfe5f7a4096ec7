import { describe, expect, it } from 'vitest';
import { utf8 } from '#base/bytes';
import type { Transport } from '#client/sync/transport';
import { CATALOGUE, type DeviceId, type Scope, scopeOf } from '#domain/ids';
import { put, remove } from '#domain/record';
import { snapshotPath } from '#protocol/snapshot-path';
import { invitationPatches, personPatches, staffPatches, write } from '#server/actions/set-up';
import { chanceOf, clockAt, ORIGIN, type PERSON, STRUCTURE, uuidOf } from '../../build/field.ts';
import { aPhone, type Phone } from '../../build/phone.ts';
import { openSmallServer } from '../../build/small-server.ts';

const DAY = 86_400_000;

interface Exchange {
  readonly path: string;
  readonly question: Record<string, unknown>;
  readonly answer: unknown;
  readonly bytes: number;
}

/** A transport that remembers what went over the wire. */
const recording = (real: Transport): Transport & { readonly said: Exchange[] } => {
  const said: Exchange[] = [];
  return {
    said,
    post: async (path, body) => {
      const answer = await real.post(path, body);
      const bytes = utf8(JSON.stringify(body)).length + utf8(JSON.stringify(answer.type === 'answer' ? answer.body : '')).length;
      said.push({ path, question: body as Record<string, unknown>, answer: answer.type === 'answer' ? answer.body : answer, bytes });
      return answer;
    },
    ...(real.get && { get: real.get }),
  };
};

const setting = async () => {
  const clock = clockAt('2026-05-30T09:00:05Z');
  const chance = chanceOf(41);
  const server = await openSmallServer({ clock, chance });
  const wire = recording(server.browser());
  const phone = aPhone({ transport: wire, clock, chance });
  const sync = async (one: Phone = phone) => (await one.sync()).run();
  return { clock, chance, server, wire, phone, sync };
};

/** An advisor's device with so many people. */
const advisor = async (people: number) => {
  const set = await setting();
  const { server, chance, clock } = set;
  const staff = uuidOf(900) as Parameters<typeof staffPatches>[1];
  const looks = { figure: 'woman', mark: 'drop', structure: STRUCTURE } as const;
  const persons = Array.from({ length: people }, (_, i) =>
    personPatches(
      { origin: ORIGIN },
      {
        id: uuidOf(2000 + i) as typeof PERSON,
        person: { firstName: `P ${i}`, ...looks },
        subject: `subject${i}`.padEnd(22, '2'),
        card: `card${i}`.padEnd(22, 'x'),
      },
    ),
  );
  const invitation = 'advisoradvisoradvisora';
  await write(server.store, [
    ...(await Promise.all(persons)).flat(),
    ...staffPatches(STRUCTURE, staff, { face: { firstName: 'Fatou', figure: 'woman', mark: 'leaf' } }),
    ...(await invitationPatches(STRUCTURE, invitation, { lasting: true }, { role: 'advisor', staff })),
  ]);
  const wire = recording(server.browser());
  const device = aPhone({ transport: wire, clock, chance });
  await device.enrolStaff(invitation);
  return { ...set, wire, device };
};

describe('when nothing is new', () => {
  it('a person’s device asks once and moves less than a kilobyte', async () => {
    const { phone, wire, sync } = await setting();
    await phone.enrol();
    await sync();
    wire.said.length = 0;
    expect(await sync()).toMatchObject({ type: 'done', rows: 0 });
    expect(wire.said.map(({ path }) => path)).toEqual(['/api/sync/pull']);
    expect(wire.said[0]?.bytes).toBeLessThan(1000);
  });

  it('an advisor’s device with 60 people asks once, by a digest of its cursors, and moves less than a kilobyte', async () => {
    const { device, wire, sync } = await advisor(60);
    expect(await sync(device)).toMatchObject({ type: 'done' });
    expect(Object.keys(await device.store.cursors()).length).toBeGreaterThan(60);
    wire.said.length = 0;
    expect(await sync(device)).toMatchObject({ type: 'done', rows: 0 });
    expect(wire.said).toHaveLength(1);
    expect(wire.said[0]?.question['digest']).toMatch(/^[\w-]{43}$/);
    expect(wire.said[0]?.bytes).toBeLessThan(1000);
  });

  it('and when something is, a digest costs one question more', async () => {
    const { device, wire, sync, server } = await advisor(12);
    await sync(device);
    await write(server.store, [{ scope: scopeOf('p', uuidOf(2003)), kind: 'road', id: 'x', body: { any: 1 } }]);
    wire.said.length = 0;
    expect(await sync(device)).toMatchObject({ type: 'done', rows: 1 });
    expect(wire.said.map(({ question }) => 'digest' in question)).toEqual([true, false]);
  });

  it('a device that begins every scope anew loses none of them, however it asks', async () => {
    const { device, sync } = await advisor(12);
    await sync(device);
    const before = Object.keys(await device.store.cursors()).sort();
    await device.store.renew(before);
    expect(await sync(device)).toMatchObject({ type: 'done' });
    expect(Object.keys(await device.store.cursors()).sort()).toEqual(before);
  });

  it('a right that was lost or won shows in the digest', async () => {
    const { device, sync, server } = await advisor(12);
    await sync(device);
    const gone = scopeOf('p', uuidOf(2003));
    await write(server.store, [remove(scopeOf('s', STRUCTURE), 'member', uuidOf(2003))]);
    await sync(device);
    expect(Object.keys(await device.store.cursors())).not.toContain(gone);
  });
});

describe('rows that differ though cursors do not', () => {
  const withRoads = async () => {
    const set = await setting();
    const roads = (...names: readonly string[]) =>
      write(
        set.server.store,
        names.map((id) => ({ scope: CATALOGUE, kind: 'road' as const, id, body: { needed: 2 } })),
      );
    await roads('a', 'b', 'c');
    await set.phone.enrol();
    await set.sync();
    const held = async () => (await set.phone.store.read([{ scope: CATALOGUE, kind: 'road' }])).list(CATALOGUE, 'road').map(({ id }) => id);
    return { ...set, held };
  };

  it('are found within two hours by their sums, and mended by pulling that scope anew', async () => {
    const { phone, clock, sync, held, wire } = await withRoads();
    phone.disk.rows.get(CATALOGUE)?.get('road')?.delete('b');
    expect(await sync()).toMatchObject({ rows: 0 });
    expect(await held()).toEqual(['a', 'c']);
    clock.tick(2 * 3_600_000 + 1);
    wire.said.length = 0;
    await sync();
    expect(await held()).toEqual(['a', 'b', 'c']);
    const anew = wire.said.at(-1)?.question['cursors'] as Record<Scope, number>;
    expect(
      Object.entries(anew)
        .filter(([, cursor]) => cursor === 0)
        .map(([scope]) => scope),
    ).toContain(CATALOGUE);
  });

  it('are compared once an hour or two, not more often', async () => {
    const { clock, sync, wire } = await withRoads();
    wire.said.length = 0;
    for (let i = 0; i < 24; i++) {
      clock.tick(600_000);
      await sync();
    }
    const compared = wire.said.filter(({ question }) => question['sums'] === true);
    expect(compared.length).toBeGreaterThan(0);
    expect(compared.length).toBeLessThanOrEqual(4);
  });

  it('are compared when the phone’s clock was set back, too', async () => {
    const { clock, sync, wire } = await withRoads();
    wire.said.length = 0;
    clock.tick(-400 * DAY);
    await sync();
    expect(wire.said[0]?.question['sums']).toBe(true);
  });

  it('do not come from a record that was removed and forgotten while a phone slept for more than a year', async () => {
    const { clock, sync, held, server } = await withRoads();
    await write(server.store, [remove(CATALOGUE, 'road', 'b')]);
    clock.tick(410 * DAY);
    expect(await server.store.forgetRemoved(clock())).toBe(1);
    await sync();
    expect(await held()).toEqual(['a', 'c']);
  });
});

describe('a server that was set back without saying so', () => {
  it('tells a scope anew to a cursor it never reached', async () => {
    const { phone, sync, server, clock, chance } = await setting();
    await phone.enrol();
    await write(
      server.store,
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({ scope: CATALOGUE, kind: 'road' as const, id, body: { needed: 2 } })),
    );
    await sync();
    const before = await openSmallServer({ clock, chance });
    const again = aPhone({ transport: before.browser(), clock, chance, disk: phone.disk });
    await again.enrol();
    expect(await sync(again)).toMatchObject({ type: 'done' });
    expect((await again.store.read([{ scope: CATALOGUE, kind: 'road' }])).list(CATALOGUE, 'road')).toEqual([]);
    expect((await again.store.cursors())[CATALOGUE]).toBe((await before.store.heads([CATALOGUE])).get(CATALOGUE)?.seq);
  });
});

describe('what everybody reads', () => {
  const row = (id: string, seq: number) => ({ kind: 'road', id, v: 1, body: { needed: 2 }, stamps: {}, seq, deleted: false });

  /** The server, but its catalogue comes as a snapshot up to 40. */
  const withSnapshot = async (get: NonNullable<Transport['get']>) => {
    const set = await setting();
    await set.phone.enrol();
    const real = set.server.browser();
    const asked: string[] = [];
    const transport: Transport = {
      get: (path) => {
        asked.push(path);
        return get(path);
      },
      post: async (path, body) => {
        const answer = await real.post(path, body);
        const question = body as { cursors?: Record<string, number>; snapshots?: boolean };
        if (path !== '/api/sync/pull' || answer.type !== 'answer' || !question.snapshots) return answer;
        const reply = answer.body as { scopes: { scope: string }[] };
        if (question.cursors?.[CATALOGUE]) return answer;
        const scopes = reply.scopes.map((told) =>
          told.scope === CATALOGUE ? { scope: CATALOGUE, cursor: 0, rows: [], snapshot: 40 } : told,
        );
        return { type: 'answer', body: { ...reply, scopes } };
      },
    };
    const phone = aPhone({ transport, clock: set.clock, chance: set.chance, disk: set.phone.disk });
    const roads = async () => (await phone.store.read([{ scope: CATALOGUE, kind: 'road' }])).list(CATALOGUE, 'road').map(({ id }) => id);
    return { ...set, phone, asked, roads };
  };

  it('comes as a snapshot out of any cache, in the same transaction as the rest', async () => {
    const { phone, asked, roads } = await withSnapshot(async () => ({
      type: 'answer',
      body: { protocol: 1, epoch: 'first', scope: CATALOGUE, cursor: 40, rows: [row('x', 3), row('y', 40)] },
    }));
    expect(await (await phone.sync()).run()).toMatchObject({ type: 'done' });
    expect(asked).toEqual([snapshotPath('first', CATALOGUE, 40)]);
    expect(asked[0]).toBe('/api/snapshot/first/c-network/40');
    expect(await roads()).toEqual(['x', 'y']);
    expect((await phone.store.cursors())[CATALOGUE]).toBe(40);
  });

  it.each([
    ['of another cursor', { cursor: 39 }],
    ['of another history', { epoch: 'second' }],
    ['of another scope', { scope: 'c:other' }],
    ['with a malformed row', { rows: [{ kind: 7 }] }],
  ])('is not believed when it is %s', async (_what, change) => {
    const { phone, roads } = await withSnapshot(async () => ({
      type: 'answer',
      body: { protocol: 1, epoch: 'first', scope: CATALOGUE, cursor: 40, rows: [row('x', 3)], ...change },
    }));
    expect(await (await phone.sync()).run()).toEqual({ type: 'silence', why: 'foreign' });
    expect(await roads()).toEqual([]);
    expect(await phone.store.cursors()).toEqual({});
  });

  it('comes row by row when the snapshot is gone', async () => {
    const { phone, asked } = await withSnapshot(async () => ({ type: 'problem', code: 'NotFound' }));
    expect(await (await phone.sync()).run()).toMatchObject({ type: 'done' });
    expect(asked).toHaveLength(1);
    expect((await phone.store.cursors())[CATALOGUE]).toBeGreaterThan(0);
  });

  it('leaves everything as it was when the network goes in between', async () => {
    const { phone } = await withSnapshot(async () => ({ type: 'silence', why: 'cut' }));
    expect(await (await phone.sync()).run()).toEqual({ type: 'silence', why: 'cut' });
    expect(await phone.store.cursors()).toEqual({});
  });
});

describe('a right that is lost', () => {
  const withGift = async () => {
    const set = await advisor(2);
    const { device, sync, server } = set;
    const [person, scope] = [uuidOf(2000), scopeOf('p', uuidOf(2000))];
    const draw = { shape: 'circle', hue: 'teal', picture: 'people-table', title: 'Savoir' } as const;
    const words = { title: { fr: 'Savoir' }, criteria: { fr: 'Je sais.' } };
    await write(server.store, [put(CATALOGUE, 'mould', 'savoir', { kind: 'transversal', draw, ...words, levels: 0, alignments: [] })]);
    await sync(device);
    const given = await device.do('give-badge', { person, mould: 'savoir', badge: uuidOf(1), key: uuidOf(2) });
    expect(given).toMatchObject({ ok: true });
    const leave = () => write(server.store, [remove(scopeOf('s', STRUCTURE), 'member', person)]);
    const join = () => write(server.store, [put(scopeOf('s', STRUCTURE), 'member', person, { person: person as typeof PERSON })]);
    const busy: Transport = {
      post: (path, body) => (path === '/api/sync/push' ? Promise.resolve({ type: 'problem', code: 'TooMany' }) : set.wire.post(path, body)),
    };
    const seen = async () => (await device.store.read([{ scope, kind: 'badge' }])).list(scope, 'badge').length;
    return { ...set, scope, leave, join, seen, busy };
  };

  it('takes rows and cursor with it, and the server refuses what comes too late', async () => {
    const { device, sync, scope, leave, seen } = await withGift();
    await leave();
    expect(await sync(device)).toMatchObject({ type: 'done', pushed: 1 });
    expect(Object.keys(await device.store.cursors())).not.toContain(scope);
    expect(await seen()).toBe(0);
    const own = scopeOf('d', ((await device.store.identity())?.device ?? '') as DeviceId);
    const refusals = (await device.store.read([{ scope: own, kind: 'refusal' }])).list(own, 'refusal');
    expect(refusals.map(({ body }) => body.refusal.type)).toEqual(['NotYours']);
  });

  it('sets acts on it aside before anybody has judged them; once refused they stay visible', async () => {
    const { device, sync, scope, leave, seen, busy } = await withGift();
    await leave();
    expect(await (await device.sync(busy)).run()).toEqual({ type: 'refused', code: 'TooMany' });
    expect(await device.store.aside()).toMatchObject([{ entry: { name: 'give-badge' }, scopes: [scope] }]);
    expect(await seen()).toBe(0);
    await sync(device);
    expect(await device.store.aside()).toHaveLength(1);
    expect(await device.store.outbox()).toEqual([]);
  });

  it('and won again brings rows and acts back', async () => {
    const { device, sync, leave, join, seen, busy } = await withGift();
    await leave();
    await (await device.sync(busy)).run();
    await join();
    expect(await sync(device)).toMatchObject({ type: 'done' });
    expect(await device.store.aside()).toEqual([]);
    expect(await seen()).toBe(1);
  });
});
