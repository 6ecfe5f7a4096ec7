import type { Meta, Place, RowKey, Tables } from '#client/store/tables';
import type { Check, HeldBox, OutboxEntry, SealedSegment, SetAside } from '#client/sync/client-store';
import type { Row } from '#domain/record';

type Undo = () => void;

/** The disk of a phone in memory. It outlives every store object over it; two of them at once are two tabs. */
export interface Disk {
  readonly meta: Map<string, unknown>;
  /** By scope, by kind, by id. */
  readonly rows: Map<string, Map<string, Map<string, Row>>>;
  readonly outbox: Map<number, OutboxEntry>;
  readonly segments: Map<number, SealedSegment>;
  readonly aside: Map<string, SetAside>;
  readonly boxes: Map<string, HeldBox>;
  readonly checks: Map<string, Check>;
  readonly listeners: Set<() => void>;
  /** How to take back the latest transactions, oldest first: a disk that lied about having kept them. */
  readonly recent: (readonly Undo[])[];
  /** Transactions wait for one another here, as over one IndexedDB. */
  line: Promise<void> | undefined;
}

/** The disk of a phone that was never used. */
export const blankDisk = (): Disk => ({
  meta: new Map(),
  rows: new Map(),
  outbox: new Map(),
  segments: new Map(),
  aside: new Map(),
  boxes: new Map(),
  checks: new Map(),
  listeners: new Set(),
  recent: [],
  line: undefined,
});

/** Another disk with the same things on it: a phone's backup put on a second phone. */
export const copyOf = (disk: Disk): Disk => ({
  ...blankDisk(),
  meta: new Map(disk.meta),
  rows: new Map([...disk.rows].map(([scope, kinds]) => [scope, new Map([...kinds].map(([kind, rows]) => [kind, new Map(rows)]))])),
  outbox: new Map(disk.outbox),
  segments: new Map(disk.segments),
  aside: new Map(disk.aside),
  boxes: new Map(disk.boxes),
  checks: new Map(disk.checks),
});

const KEPT_UNDOS = 8;

/** Takes back the latest `count` transactions, as a power cut does on a disk that lies. */
export const loseWrites = (disk: Disk, count: number): void => {
  for (const undos of disk.recent.splice(Math.max(0, disk.recent.length - count)).reverse()) takeBack(undos);
};

const takeBack = (undos: readonly Undo[]): void => {
  for (let i = undos.length - 1; i >= 0; i--) undos[i]?.();
};

/** What may happen to a transaction on its way. */
export interface Taps {
  /** Before each single read or write; what it throws ends the transaction, and nothing of it is kept. */
  readonly op?: (name: string, writes: boolean) => void;
  /** Once a transaction that writes has been kept. */
  readonly kept?: () => void;
}

/** What a tap throws when the process this store belongs to is no more: whoever waits for it waits for ever. */
export const DEAD = new Error('this process is no more');

// One for each who waits: what waits for one and the same promise is kept for as long as that promise.
const never = (): Promise<never> => new Promise(() => undefined);

/** A place in memory for createClientStore: deterministic, for simulations and for tests in Node. */
export const memoryPlace = (disk: Disk, taps: Taps = {}): Place => {
  const run = async <T>(writes: boolean, work: (tables: Tables) => Promise<T>): Promise<T> => {
    while (disk.line) await disk.line;
    let release = (): void => undefined;
    disk.line = new Promise((resolve) => {
      release = () => {
        disk.line = undefined;
        resolve();
      };
    });
    const undos: Undo[] = [];
    try {
      const answer = await work(tablesOver(disk, undos, taps));
      if (writes) {
        disk.recent.push(undos);
        if (disk.recent.length > KEPT_UNDOS) disk.recent.shift();
      }
      return answer;
    } catch (error) {
      takeBack(undos);
      if (error === DEAD) return never();
      throw error;
    } finally {
      release();
    }
  };
  return {
    look: (work) => run(false, work),
    change: async (work) => {
      const answer = await run(true, work);
      try {
        taps.kept?.();
      } catch (error) {
        if (error === DEAD) return never();
        throw error;
      }
      for (const listener of [...disk.listeners]) listener();
      return answer;
    },
    subscribe: (listener) => {
      const own = () => listener();
      disk.listeners.add(own);
      return () => void disk.listeners.delete(own);
    },
  };
};

const tablesOver = (disk: Disk, undos: Undo[], { op }: Taps): Tables => {
  const reads = async <T>(name: string, work: () => T): Promise<T> => {
    op?.(name, false);
    return work();
  };
  const writes = async (name: string, work: () => void): Promise<void> => {
    op?.(name, true);
    work();
  };
  const set = <K, V>(map: Map<K, V>, key: K, value: V | undefined): void => {
    const before = map.get(key);
    undos.push(() => (before === undefined ? map.delete(key) : map.set(key, before)));
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  };
  const removeUpTo = <V>(map: Map<number, V>, n: number): void => {
    for (const key of [...map.keys()]) if (key <= n) set(map, key, undefined);
  };
  const inOrder = <V>(map: ReadonlyMap<number, V>): readonly V[] => [...map].sort(([a], [b]) => a - b).map(([, value]) => value);
  return {
    meta: {
      get: <K extends keyof Meta>(name: K) => reads(`meta.${name}`, () => disk.meta.get(name) as Meta[K] | undefined),
      put: (name, value) => writes(`meta.${name}`, () => set(disk.meta, name, value as unknown)),
      remove: (name) => writes(`meta.${name}`, () => set(disk.meta, name, undefined)),
    },
    rows: rowsOver(disk, { reads, writes, set }),
    outbox: {
      after: (n, limit = Number.POSITIVE_INFINITY) =>
        reads('outbox', () => {
          const found = inOrder(disk.outbox).filter((entry) => entry.n > n);
          return found.length > limit ? found.slice(0, limit) : found;
        }),
      add: (entry) => writes('outbox', () => set(disk.outbox, entry.n, entry)),
      removeUpTo: (n) => writes('outbox', () => removeUpTo(disk.outbox, n)),
    },
    segments: {
      all: () => reads('segments', () => inOrder(disk.segments)),
      add: (segment) => writes('segments', () => set(disk.segments, segment.last, segment)),
      removeUpTo: (last) => writes('segments', () => removeUpTo(disk.segments, last)),
    },
    aside: {
      all: () => reads('aside', () => [...disk.aside.values()]),
      put: (acts) =>
        writes('aside', () => {
          for (const act of acts) set(disk.aside, act.id, act);
        }),
      remove: (ids) =>
        writes('aside', () => {
          for (const id of ids) set(disk.aside, id, undefined);
        }),
    },
    boxes: {
      all: () => reads('boxes', () => [...disk.boxes.values()]),
      put: (box) => writes('boxes', () => set(disk.boxes, box.id, box)),
      remove: (ids) =>
        writes('boxes', () => {
          for (const id of ids) set(disk.boxes, id, undefined);
        }),
    },
    checks: {
      all: () => reads('checks', () => new Map(disk.checks)),
      put: (badge, check) => writes('checks', () => set(disk.checks, badge, check)),
      clear: () =>
        writes('checks', () => {
          for (const badge of [...disk.checks.keys()]) set(disk.checks, badge, undefined);
        }),
    },
  };
};

interface Ops {
  readonly reads: <T>(name: string, work: () => T) => Promise<T>;
  readonly writes: (name: string, work: () => void) => Promise<void>;
  readonly set: <K, V>(map: Map<K, V>, key: K, value: V | undefined) => void;
}

const rowsOver = (disk: Disk, { reads, writes, set }: Ops): Tables['rows'] => {
  const remove = ([scope, kind, id]: RowKey): void => {
    const rows = disk.rows.get(scope)?.get(kind);
    if (rows?.has(id)) set(rows, id, undefined);
  };
  const put = (row: Row): void => {
    const kinds = disk.rows.get(row.scope) ?? new Map<string, Map<string, Row>>();
    disk.rows.set(row.scope, kinds);
    const rows = kinds.get(row.kind) ?? new Map<string, Row>();
    kinds.set(row.kind, rows);
    set(rows, row.id, row);
  };
  return {
    get: ([scope, kind, id]) => reads('rows', () => disk.rows.get(scope)?.get(kind)?.get(id)),
    ofKind: (scope, kind) =>
      reads('rows', () => [...(disk.rows.get(scope)?.get(kind)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))),
    marks: (scope, after, upTo) =>
      reads('rows', () =>
        [...(disk.rows.get(scope)?.values() ?? [])]
          .flatMap((rows) => [...rows.values()].filter(({ seq }) => seq > after && seq <= upTo))
          .sort((a, b) => a.seq - b.seq),
      ),
    put: (list) =>
      writes('rows', () => {
        for (const row of list) put(row);
      }),
    remove: (keys) =>
      writes('rows', () => {
        for (const key of keys) remove(key);
      }),
    removeScopes: (scopes) =>
      writes('rows', () => {
        for (const scope of scopes)
          for (const [kind, rows] of disk.rows.get(scope) ?? []) for (const id of [...rows.keys()]) remove([scope, kind, id]);
      }),
  };
};
