import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientStore } from '#client/sync/client-store';
import type { Outcome } from '#client/sync/sync';
import type { Answer, Transport } from '#client/sync/transport';
import { type EventId, scopeOf } from '#domain/ids';
import { eventPatches, write } from '#server/actions/set-up';
import { anEvent, chanceOf, clockAt, EVENT, organisersOf, PERSON, uuidOf } from '../../build/field.ts';
import { aPhone, type Phone } from '../../build/phone.ts';
import { openSmallServer, type SmallServer } from '../../build/small-server.ts';

const EVENTS: readonly EventId[] = [EVENT, uuidOf(901) as EventId, uuidOf(902) as EventId];

const setting = async () => {
  const clock = clockAt('2026-05-30T09:00:05Z');
  const chance = chanceOf(9);
  const server = await openSmallServer({ clock, chance });
  for (const event of EVENTS.slice(1)) await write(server.store, eventPatches(event, anEvent()));
  const { qr } = await organisersOf();
  return { clock, chance, server, tickets: await Promise.all(EVENTS.map((event) => qr({ event }))) };
};

const badgesOnServer = async ({ store }: SmallServer) => {
  const scope = scopeOf('p', PERSON);
  const records = await store.read([
    { scope, kind: 'badge' },
    { scope, kind: 'credential' },
  ]);
  expect(records.list(scope, 'credential')).toHaveLength(records.list(scope, 'badge').length);
  return records.list(scope, 'badge');
};

const claimsOnServer = async ({ store }: SmallServer) => {
  const lists = EVENTS.map(async (event) =>
    (await store.read([{ scope: scopeOf('e', event), kind: 'claim' }])).list(scopeOf('e', event), 'claim'),
  );
  return (await Promise.all(lists)).flat();
};

const untilDone = async (phone: Phone): Promise<Outcome> => {
  const sync = await phone.sync();
  let outcome = await sync.run();
  for (let i = 0; i < 5 && outcome.type !== 'done'; i++) outcome = await sync.run();
  return outcome;
};

class Killed extends Error {}

/** Something that counts every call and dies at call number `fatal`, before or after it had its effect. */
const mortal = (fatal: number, after: boolean) => {
  let calls = 0;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls > fatal) throw new Killed();
    if (calls === fatal && !after) throw new Killed();
    const answer = await work();
    if (calls === fatal) throw new Killed();
    return answer;
  };
  const store = (real: ClientStore): ClientStore =>
    new Proxy(real, {
      get: (target, name: keyof ClientStore) => {
        if (name === 'subscribe') return target.subscribe;
        return (...args: unknown[]) => step(() => Reflect.apply(target[name], target, args));
      },
    });
  const transport = (real: Transport): Transport => ({ post: (path, body) => step(() => real.post(path, body)) });
  return { store, transport, calls: () => calls };
};

/** What a person does: enter, take the badge if it is not on the wall, leave the phone alone. */
const thread = async (phone: Phone, ticket: string) => {
  if (!(await phone.store.identity())) expect(await phone.enrol()).toBe('enrolled');
  if ((await phone.badges()).length === 0) await phone.claim(ticket);
  return (await phone.sync()).run();
};

describe('a phone killed anywhere between its card and its sealed badge', () => {
  it.each([false, true])('ends with one device, one claim and one sealed badge (killed after the step: %s)', async (after) => {
    let fatal = 1;
    for (let finished = false; !finished; fatal++) {
      const { clock, chance, server, tickets } = await setting();
      const ticket = tickets[0] ?? '';
      const life = mortal(fatal, after);
      const browser = server.browser();
      const first = aPhone({ transport: life.transport(browser), clock, chance, wrap: life.store });
      finished = await thread(first, ticket).then(
        () => life.calls() < fatal,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return false;
        },
      );
      const second = aPhone({ transport: browser, clock, chance, disk: first.disk });
      expect(await thread(second, ticket), `killed at step ${fatal}`).toMatchObject({ type: 'done', awaiting: false });
      expect(await second.badges()).toMatchObject([{ body: { step: 'sealed' } }]);
      expect(await badgesOnServer(server)).toHaveLength(1);
      expect(await claimsOnServer(server)).toHaveLength(1);
      expect(await server.store.scopes('d')).toHaveLength(1);
    }
    expect(fatal).toBeGreaterThan(15);
  });
});

type Fault = 'pass' | 'lost' | 'unheard' | 'twice' | 'old answer' | 'portal' | 'half' | 'busy';
const FAULTS: readonly Fault[] = ['pass', 'lost', 'unheard', 'twice', 'old answer', 'portal', 'half', 'busy'];

/** A network that does to each request what stands next in the list, then nothing bad any more. */
const badNetwork = (real: Transport, faults: readonly Fault[]): Transport => {
  const left = [...faults];
  const past: Answer[] = [];
  return {
    post: async (path, body) => {
      const fault = left.shift() ?? 'pass';
      if (fault === 'lost') return { type: 'silence', why: 'unreachable' };
      if (fault === 'busy') return { type: 'problem', code: 'TooMany' };
      if (fault === 'portal') return { type: 'answer', body: { welcome: 'accept the conditions' } };
      if (fault === 'old answer' && past.length > 0) return past.at(-1) ?? { type: 'silence', why: 'cut' };
      const answer = await real.post(path, body);
      past.push(answer);
      if (fault === 'twice') return real.post(path, body);
      if (fault === 'unheard') return { type: 'silence', why: 'too-slow' };
      if (fault === 'half' && answer.type === 'answer') return { type: 'answer', body: halfOf(answer.body) };
      return answer;
    },
  };
};

const halfOf = (body: unknown): unknown => Object.fromEntries(Object.entries(body as object).slice(0, 2));

const someFaults = fc.array(fc.constantFrom(...FAULTS), { maxLength: 25 });
const someActs = fc.array(
  fc.oneof(
    fc.nat(2).map((event) => ({ event })),
    fc.constantFrom('me' as const, 'world' as const).map((to) => ({ to })),
    fc.constant('sync' as const),
  ),
  { maxLength: 10 },
);

describe('on a bad network', () => {
  it('whatever is lost, doubled, late, cut or made up: everything arrives once, and both sides agree', async () => {
    await fc.assert(
      fc.asyncProperty(someFaults, someActs, async (faults, acts) => {
        const { clock, chance, server, tickets } = await setting();
        const browser = server.browser();
        const phone = aPhone({ transport: browser, clock, chance });
        await phone.enrol();
        const bad = badNetwork(browser, faults);
        for (const act of acts) {
          clock.tick(1000);
          const [first] = await phone.badges();
          if (act === 'sync') await (await phone.sync(bad)).run();
          else if ('event' in act) await phone.claim(tickets[act.event] ?? '');
          else if (first) await phone.show(first.id, act.to);
        }
        const shown = await phone.badges();
        expect(await untilDone(phone)).toMatchObject({ type: 'done', awaiting: false });
        const told = await phone.badges();
        expect(told.map(({ id, body }) => [id, body.shown])).toEqual(shown.map(({ id, body }) => [id, body.shown]));
        expect(new Map((await badgesOnServer(server)).map(({ id, body }) => [id, body]))).toEqual(
          new Map(told.map(({ id, body }) => [id, body])),
        );
        expect(await claimsOnServer(server)).toHaveLength(told.length);
        expect(await phone.store.outbox()).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('two engines over one store at once, tab and service worker, do no harm to each other', async () => {
    await fc.assert(
      fc.asyncProperty(someFaults, someFaults, fc.integer({ min: 1, max: 3 }), async (one, two, count) => {
        const { clock, chance, server, tickets } = await setting();
        const browser = server.browser();
        const phone = aPhone({ transport: browser, clock, chance });
        await phone.enrol();
        const [tab, worker] = [await phone.sync(badNetwork(browser, one)), await phone.sync(badNetwork(browser, two))];
        const claims = tickets.slice(0, count).map((ticket) => phone.claim(ticket));
        await Promise.all([tab.run(), ...claims, worker.run(), tab.run()]);
        expect(await untilDone(phone)).toMatchObject({ type: 'done', awaiting: false });
        expect(await phone.badges()).toHaveLength(count);
        expect(await badgesOnServer(server)).toHaveLength(count);
        expect((await phone.store.progress()).last).toBe(count);
      }),
      { numRuns: 60 },
    );
  });

  it('resends byte for byte what was not acknowledged', async () => {
    const { clock, chance, server, tickets } = await setting();
    const browser = server.browser();
    const phone = aPhone({ transport: browser, clock, chance });
    await phone.enrol();
    await phone.claim(tickets[0] ?? '');
    const sent: string[] = [];
    const deaf: Transport = {
      post: async (path, body) => {
        if (path !== '/api/sync/push') return browser.post(path, body);
        sent.push(JSON.stringify((body as { segments: unknown }).segments));
        return { type: 'silence', why: 'too-slow' };
      },
    };
    for (let i = 0; i < 3; i++) await (await phone.sync(deaf)).run();
    expect(new Set(sent).size).toBe(1);
    expect(sent).toHaveLength(3);
  });

  it('an answer that acknowledges nothing, another device, or another chain ends the run instead of repeating it', async () => {
    const { clock, chance, server, tickets } = await setting();
    const browser = server.browser();
    const phone = aPhone({ transport: browser, clock, chance });
    await phone.enrol();
    await phone.claim(tickets[0] ?? '');
    const saying = (acknowledged: (device: string) => unknown): Transport => ({
      post: async (path, body) => {
        if (path !== '/api/sync/push') return browser.post(path, body);
        const { nonce, segments } = body as { nonce: string; segments: readonly { device: string }[] };
        return { type: 'answer', body: { protocol: 1, nonce, serverTime: 1, acknowledged: acknowledged(segments[0]?.device ?? '') } };
      },
    });
    const run = async (acknowledged: (device: string) => unknown) => (await phone.sync(saying(acknowledged))).run();
    expect(await run(() => [])).toEqual({ type: 'silence', why: 'foreign' });
    expect(await run((device) => [{ device, last: 0, head: '' }])).toEqual({ type: 'silence', why: 'foreign' });
    expect(await run((device) => [{ device, last: 1, head: 'A'.repeat(43) }])).toEqual({ type: 'refused', code: 'Fork' });
    expect(await phone.badges()).toHaveLength(1);
    expect(await badgesOnServer(server)).toHaveLength(0);
  });

  it('an answer to another question, however well formed, is no answer', async () => {
    const { clock, chance, server, tickets } = await setting();
    const browser = server.browser();
    const phone = aPhone({ transport: browser, clock, chance });
    await phone.enrol();
    await phone.claim(tickets[0] ?? '');
    const kept = new Map<string, Answer>();
    const recording: Transport = {
      post: async (path, body) => {
        const answer = await browser.post(path, body);
        kept.set(path, answer);
        return answer;
      },
    };
    const replaying: Transport = { post: async (path, body) => kept.get(path) ?? browser.post(path, body) };
    const other = aPhone({ transport: browser, clock, chance });
    await other.enrol();
    await other.claim(tickets[1] ?? '');
    await (await other.sync(recording)).run();
    expect(await (await phone.sync(replaying)).run()).toEqual({ type: 'silence', why: 'foreign' });
    kept.delete('/api/sync/push');
    expect(await (await phone.sync(replaying)).run()).toEqual({ type: 'silence', why: 'foreign' });
    expect(await phone.store.cursors()).toEqual({});
  });

  it('an answer that acknowledges more than was sent (an older copy of this phone went further) counts for what was sent', async () => {
    const { clock, chance, server, tickets } = await setting();
    const browser = server.browser();
    const phone = aPhone({ transport: browser, clock, chance });
    await phone.enrol();
    await phone.claim(tickets[0] ?? '');
    const generous: Transport = {
      post: async (path, body) => {
        if (path !== '/api/sync/push') return { type: 'silence', why: 'unreachable' };
        const { nonce, segments } = body as { nonce: string; segments: readonly { device: string }[] };
        const acknowledged = [{ device: segments[0]?.device ?? '', last: 9, head: 'A'.repeat(43) }];
        return { type: 'answer', body: { protocol: 1, nonce, serverTime: 1, acknowledged } };
      },
    };
    await (await phone.sync(generous)).run();
    expect((await phone.store.progress()).acknowledged).toBe(1);
  });

  it('a server that says "more" for ever is not asked for ever', async () => {
    const { clock, chance, server } = await setting();
    const browser = server.browser();
    const phone = aPhone({ transport: browser, clock, chance });
    await phone.enrol();
    const endless: Transport = {
      post: async (path, body) => {
        const answer = await browser.post(path, body);
        return path === '/api/sync/pull' && answer.type === 'answer'
          ? { type: 'answer', body: { ...(answer.body as object), more: true } }
          : answer;
      },
    };
    expect(await (await phone.sync(endless)).run()).toEqual({ type: 'silence', why: 'foreign' });
  });
});
