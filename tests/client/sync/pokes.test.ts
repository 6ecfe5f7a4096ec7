import { describe, expect, it } from 'vitest';
import { listenForPokes, type Stream } from '#client/sync/pokes';

const highest = (size: number) => new Uint8Array(size).fill(255);

/** A stream moved by hand. */
const aStream = () => {
  const listeners = new Map<string, (event: { readonly data?: unknown }) => void>();
  const stream: Stream & { readyState: number; closed: boolean; say(event: string, data?: unknown): void } = {
    readyState: 0,
    closed: false,
    addEventListener: (event, listener) => void listeners.set(event, listener),
    close: () => {
      stream.closed = true;
    },
    say: (event, data) => listeners.get(event)?.({ data }),
  };
  return stream;
};

const listening = () => {
  const streams: ReturnType<typeof aStream>[] = [];
  const timers: { readonly ms: number; readonly work: () => void; cancelled: boolean }[] = [];
  const page = new EventTarget();
  let seen = true;
  let wakes = 0;
  const pokes = listenForPokes(
    {
      open: () => {
        const stream = aStream();
        streams.push(stream);
        return stream;
      },
      isSeen: () => seen,
      triggers: [[page, 'visibilitychange']],
      after: (ms, work) => {
        const timer = { ms, work, cancelled: false };
        timers.push(timer);
        return () => {
          timer.cancelled = true;
        };
      },
      chance: highest,
    },
    () => {
      wakes += 1;
    },
  );
  return {
    pokes,
    streams,
    timers,
    /** Those that watch over the line, and those that wake. */
    watches: () => timers.filter(({ ms }) => ms === 70_000),
    wakings: () => timers.filter(({ ms }) => ms !== 70_000),
    show: (now: boolean) => {
      seen = now;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    wakes: () => wakes,
  };
};

describe('listening for pokes', () => {
  it('wakes soon after one, once for many', () => {
    const { streams, wakings, wakes } = listening();
    for (const scope of ['p:a', 'd:b', 'p:a']) streams[0]?.say('message', scope);
    expect(wakings().map(({ ms }) => ms)).toEqual([300]);
    wakings()[0]?.work();
    expect(wakes()).toBe(1);
    streams[0]?.say('message', 'p:a');
    expect(wakings()).toHaveLength(2);
  });

  it('comes for what everybody reads within a minute, so that a network’s phones do not come at once', () => {
    const { streams, wakings } = listening();
    streams[0]?.say('message', 'c:network');
    expect(wakings().map(({ ms }) => ms)).toEqual([60_000]);
  });

  it('looks once by itself when it begins to hear, and soon after the line is lost: nobody told meanwhile', () => {
    const { streams, wakings, wakes } = listening();
    streams[0]?.say('open');
    expect(wakings().map(({ ms }) => ms)).toEqual([300]);
    wakings()[0]?.work();
    streams[0]?.say('error');
    expect(wakings().map(({ ms }) => ms)).toEqual([300, 5_000]);
    wakings()[1]?.work();
    streams[0]?.say('error');
    streams[0]?.say('open');
    expect(wakings().map(({ ms }) => ms)).toEqual([300, 5_000, 300]);
    expect(wakes()).toBe(2);
  });

  it('is live from the first byte until the line is lost, and again when it is back', () => {
    const { pokes, streams } = listening();
    expect(pokes.isLive()).toBe(false);
    streams[0]?.say('open');
    expect(pokes.isLive()).toBe(true);
    streams[0]?.say('error');
    expect(pokes.isLive()).toBe(false);
    streams[0]?.say('open');
    expect(pokes.isLive()).toBe(true);
  });

  it('tries again after a refusal, which is final for the browser', () => {
    const { streams, wakings, pokes } = listening();
    const [first] = streams;
    if (first) first.readyState = 2;
    first?.say('error');
    expect(wakings().map(({ ms }) => ms)).toEqual([90_000]);
    wakings()[0]?.work();
    expect(streams).toHaveLength(2);
    first?.say('open');
    expect(pokes.isLive()).toBe(false);
    streams[1]?.say('open');
    expect(pokes.isLive()).toBe(true);
  });

  it('gives up a line that says nothing for a minute, and stays with one that beats', () => {
    const { streams, watches, pokes } = listening();
    streams[0]?.say('open');
    streams[0]?.say('beat');
    expect(watches().map(({ cancelled }) => cancelled)).toEqual([true, false]);
    watches()[1]?.work();
    expect([streams[0]?.closed, streams.length, pokes.isLive()]).toEqual([true, 2, false]);
  });

  it('leaves while nobody looks, and comes back with the eyes', () => {
    const { streams, pokes, show } = listening();
    streams[0]?.say('open');
    show(false);
    expect([streams[0]?.closed, pokes.isLive()]).toEqual([true, false]);
    show(true);
    expect(streams).toHaveLength(2);
  });

  it('ends whole: no stream, no timer, no waking', () => {
    const { streams, timers, pokes, show } = listening();
    streams[0]?.say('message', 'p:a');
    pokes.stop();
    expect([streams[0]?.closed, timers.every(({ cancelled }) => cancelled)]).toEqual([true, true]);
    show(false);
    show(true);
    expect(streams).toHaveLength(1);
  });
});
