import { describe, expect, it } from 'vitest';
import { type LeaderDeps, type Locks, runUnlessLed, startLeader } from '#client/sync/leader';
import { createLoop } from '#client/sync/loop';
import { nextTry } from '#client/sync/next-try';
import type { Outcome } from '#client/sync/sync';
import type { DeviceId } from '#domain/ids';
import { chanceOf, PERSON } from '../../build/field.ts';
import { memoryClientStore } from '../../build/memory-client-store.ts';

const DEVICE = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' as DeviceId;
const SOMEBODY = { device: DEVICE, actor: { role: 'person', person: PERSON }, keyPair: { seed: chanceOf(1)(32) } } as const;
const done: Outcome = { type: 'done', pushed: 0, rows: 0, awaiting: false };
const awaiting: Outcome = { ...done, awaiting: true };
const silence: Outcome = { type: 'silence', why: 'unreachable' };
const highest = (size: number) => new Uint8Array(size).fill(255);
const lowest = (size: number) => new Uint8Array(size);

/** Lets everything that is ready to run, run. */
const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

/** Timers moved by hand. */
const timers = () => {
  let now = 0;
  const waiting = new Map<number, { at: number; work: () => void }>();
  let count = 0;
  return {
    after: (ms: number, work: () => void) => {
      const id = ++count;
      waiting.set(id, { at: now + ms, work });
      return () => void waiting.delete(id);
    },
    pass: async (ms: number) => {
      now += ms;
      for (const [id, { at, work }] of [...waiting].sort((a, b) => a[1].at - b[1].at)) {
        if (at <= now && waiting.delete(id)) work();
        await settle();
      }
    },
    next: () => Math.min(...[...waiting.values()].map(({ at }) => at)) - now,
  };
};

/** A sync that ends as told, and counts. */
const scripted = (...outcomes: readonly Outcome[]) => {
  const left = [...outcomes];
  const sync = {
    runs: 0,
    run: async (): Promise<Outcome> => {
      sync.runs += 1;
      return left.shift() ?? done;
    },
  };
  return sync;
};

/** Web Locks within this test: one holder, the rest in line. */
const someLocks = (): Locks => {
  const lock = { held: false };
  const line: (() => void)[] = [];
  return {
    request: async (_name, { ifAvailable, signal }, work) => {
      if (lock.held && ifAvailable) return work(null);
      while (lock.held) {
        await new Promise<void>((resolve, reject) => {
          line.push(resolve);
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      }
      lock.held = true;
      try {
        return await work({});
      } finally {
        lock.held = false;
        line.shift()?.();
      }
    },
  };
};

describe('when to ask again', () => {
  const waits = (ended: Outcome, failures: number, count: number) => nextTry({ ended, failures, waits: count }, 300_000, highest);

  it('is soon, then less soon, while a badge waits for its seal, and not for ever', () => {
    expect([1, 2, 3, 4, 5, 40].map((count) => waits(awaiting, 0, count))).toEqual([1000, 2000, 5000, 15_000, 15_000, 15_000]);
    expect(waits(awaiting, 0, 41)).toBe(300_000);
  });

  it('doubles with each vain try up to five minutes', () => {
    expect([1, 2, 3, 8, 9, 500].map((failures) => waits(silence, failures, 0))).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000]);
  });

  it('is spread over half of that, so that a room does not come back at once', () => {
    expect(nextTry({ ended: silence, failures: 3, waits: 0 }, 300_000, lowest)).toBe(4000);
  });

  it('is in an hour when only a person or a new version can help', () => {
    expect(waits({ type: 'refused', code: 'Fork' }, 1, 0)).toBe(3_600_000);
    expect(waits({ type: 'refused', code: 'TooMany' }, 1, 0)).toBe(2000);
  });
});

describe('the loop', () => {
  const aLoop = (...outcomes: readonly Outcome[]) => {
    const [time, sync] = [timers(), scripted(...outcomes)];
    const states: string[] = [];
    const onState = (state: { running: boolean; stuck: boolean }) =>
      states.push(`${state.running ? 'running' : 'resting'}${state.stuck ? ' stuck' : ''}`);
    return { time, sync, states, loop: createLoop({ sync, chance: highest, after: time.after, onState }) };
  };

  it('runs when woken, then by itself when its time has come', async () => {
    const { loop, sync, time } = aLoop(silence, awaiting, done);
    loop.wake();
    await settle();
    expect([sync.runs, time.next()]).toEqual([1, 2000]);
    await time.pass(2000);
    expect([sync.runs, time.next()]).toEqual([2, 1000]);
    await time.pass(1000);
    expect([sync.runs, time.next()]).toEqual([3, 300_000]);
  });

  it('woken during a run, runs once more after it', async () => {
    const { loop, sync } = aLoop();
    for (let i = 0; i < 5; i++) loop.wake();
    await settle();
    expect(sync.runs).toBe(2);
  });

  it('leaves a run that gives no sign of life for a minute, says so, and begins anew', async () => {
    const time = timers();
    let runs = 0;
    const sync = { run: () => (++runs === 1 ? new Promise<Outcome>(() => undefined) : Promise.resolve(done)) };
    const states: boolean[] = [];
    const loop = createLoop({ sync, chance: highest, after: time.after, onState: ({ stuck }) => states.push(stuck) });
    loop.wake();
    await time.pass(40_000);
    loop.alive();
    await time.pass(40_000);
    expect(runs).toBe(1);
    await time.pass(20_000);
    expect(runs).toBe(2);
    expect(states).toContain(true);
    expect(states.at(-1)).toBe(false);
  });

  it('goes on after a run that threw', async () => {
    const time = timers();
    let runs = 0;
    const loop = createLoop({
      sync: { run: () => (++runs === 1 ? Promise.reject(new Error('disk')) : Promise.resolve(done)) },
      chance: highest,
      after: time.after,
    });
    loop.wake();
    await settle();
    await time.pass(2000);
    expect(runs).toBe(2);
  });

  it('does nothing once stopped', async () => {
    const { loop, sync, time } = aLoop(silence);
    loop.wake();
    await settle();
    loop.stop();
    loop.wake();
    await time.pass(1_000_000);
    expect(sync.runs).toBe(1);
  });
});

describe('the leader', () => {
  const aLeader = (locks: Locks | undefined, ...given: readonly (Outcome | Pick<LeaderDeps, 'listen'>)[]) => {
    const outcomes = given.filter((one) => 'type' in one);
    const more = given.find((one) => !('type' in one));
    const [time, sync, store, page] = [timers(), scripted(...outcomes), memoryClientStore(), new EventTarget()];
    let asked = 0;
    const leader = startLeader({
      sync,
      store,
      locks,
      chance: chanceOf(1),
      after: time.after,
      triggers: [[page, 'online']],
      askBackground: () => {
        asked += 1;
      },
      ...more,
    });
    return { leader, sync, store, page, time, asked: () => asked };
  };

  it('is one tab at a time; when it goes, the next one takes over', async () => {
    const locks = someLocks();
    const [one, two] = [aLeader(locks), aLeader(locks)];
    await settle();
    expect([one.sync.runs, two.sync.runs]).toEqual([1, 0]);
    two.leader.wake();
    one.leader.stop();
    await settle();
    expect([one.sync.runs, two.sync.runs]).toEqual([1, 1]);
    two.leader.stop();
  });

  it('is every tab where there are no locks', async () => {
    const { leader, sync } = aLeader(undefined);
    await settle();
    expect(sync.runs).toBe(1);
    leader.stop();
  });

  it('runs when the network is back and when something was done, in this tab or another', async () => {
    const { leader, sync, store, page } = aLeader(someLocks());
    await settle();
    page.dispatchEvent(new Event('online'));
    await settle();
    expect(sync.runs).toBe(2);
    await store.act(
      [],
      (n) => ({ n, at: 1, name: 'x', v: 1, args: {}, facts: {}, action: {} as never }),
      () => ({ keep: true, answer: null }),
    );
    await settle();
    expect(sync.runs).toBe(3);
    leader.stop();
  });

  it('is not woken by what the sync itself writes', async () => {
    const { leader, sync, store } = aLeader(someLocks());
    await store.adopt(SOMEBODY);
    await settle();
    const before = sync.runs;
    await store.acknowledge(DEVICE, 1, await store.progress());
    await store.keepCheck('x', { verdict: 'valid', at: 1, of: 1 });
    await settle();
    expect(sync.runs).toBe(before);
    leader.stop();
  });

  it('is woken when somebody enters, and listens for her until she leaves or it stops', async () => {
    const heard: string[] = [];
    let wake: () => void = () => undefined;
    const listen = (poke: () => void) => {
      heard.push('begun');
      wake = poke;
      return { stop: () => heard.push('ended') };
    };
    const { leader, sync, store } = aLeader(someLocks(), done, done, done, done, { listen });
    await settle();
    expect([sync.runs, heard]).toEqual([1, []]);
    await store.adopt(SOMEBODY);
    await settle();
    expect([sync.runs, heard]).toEqual([2, ['begun']]);
    wake();
    await settle();
    expect(sync.runs).toBe(3);
    await store.end(DEVICE);
    await settle();
    expect(heard).toEqual(['begun', 'ended']);
    await store.adopt(SOMEBODY);
    await settle();
    leader.stop();
    expect(heard).toEqual(['begun', 'ended', 'begun', 'ended']);
  });

  it('asks to be woken in the background when nobody answered', async () => {
    const { leader, asked } = aLeader(someLocks(), silence);
    await settle();
    expect(asked()).toBe(1);
    leader.stop();
  });

  it('leaves the service worker alone to it when a tab leads, and lets it run when none does', async () => {
    const locks = someLocks();
    const { leader } = aLeader(locks);
    await settle();
    const worker = scripted();
    expect(await runUnlessLed(worker, locks)).toBe('led');
    leader.stop();
    await settle();
    expect(await runUnlessLed(worker, locks)).toEqual(done);
    expect(await runUnlessLed(worker, undefined)).toEqual(done);
    expect(worker.runs).toBe(2);
  });
});
