/** Time in a simulation: events in their order, and nothing in between. */
export interface Clockwork {
  now(): number;
  /** Does `work` after so many milliseconds; returns its cancel. */
  after(ms: number, work: () => void): () => void;
  sleep(ms: number): Promise<void>;
  /** Lets everything happen up to a moment, which then is now. */
  until(time: number): Promise<void>;
  /** Lets things happen until `isOver`, or until there is nothing more before the end of `patience` ms; true when it was over. */
  while(isOver: () => boolean, patience: number): Promise<boolean>;
  readonly events: () => number;
}

interface Entry {
  readonly at: number;
  readonly order: number;
  work: (() => void) | undefined;
}

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap of entries. */
const heap = () => {
  const list: Entry[] = [];
  const swap = (i: number, j: number): void => {
    [list[i], list[j]] = [list[j] as Entry, list[i] as Entry];
  };
  return {
    first: (): Entry | undefined => list[0],
    push: (entry: Entry): void => {
      list.push(entry);
      for (let i = list.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (!isBefore(list[i] as Entry, list[parent] as Entry)) return;
        swap(i, parent);
        i = parent;
      }
    },
    pop: (): Entry | undefined => {
      const top = list[0];
      const last = list.pop();
      if (list.length === 0 || !last) return top;
      list[0] = last;
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        let least = i;
        if (left < list.length && isBefore(list[left] as Entry, list[least] as Entry)) least = left;
        if (right < list.length && isBefore(list[right] as Entry, list[least] as Entry)) least = right;
        if (least === i) return top;
        swap(i, least);
        i = least;
      }
    },
  };
};

// All code over memory is microtasks: when this resolves, everybody waits for the next event.
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clockwork that stands at `start` (milliseconds since 1970). */
export const createClockwork = (start: number): Clockwork => {
  const queue = heap();
  let [now, order, events] = [start, 0, 0];
  const after = (ms: number, work: () => void): (() => void) => {
    const entry: Entry = { at: now + Math.max(0, ms), order: ++order, work };
    queue.push(entry);
    return () => {
      entry.work = undefined;
    };
  };
  const step = async (limit: number): Promise<boolean> => {
    const entry = queue.first();
    if (!entry || entry.at > limit) return false;
    queue.pop();
    if (!entry.work) return true;
    now = entry.at;
    events += 1;
    entry.work();
    await settled();
    return true;
  };
  return {
    now: () => now,
    after,
    sleep: (ms) =>
      new Promise((resolve) => {
        after(ms, resolve);
      }),
    until: async (time) => {
      await settled();
      while (await step(time));
      now = Math.max(now, time);
    },
    while: async (isOver, patience) => {
      await settled();
      const limit = now + patience;
      while (!isOver()) if (!(await step(limit))) return isOver();
      return true;
    },
    events: () => events,
  };
};
