import { Dexie, type Table } from 'dexie';
import type { Check, DeviceKey, Identity, OutboxEntry, Progress, SealedSegment } from '#client/sync/client-store';
import type { Row } from '#domain/record';

/** The single values a device keeps, each under its name. */
export interface Meta {
  readonly key: DeviceKey;
  readonly identity: Identity;
  readonly progress: Progress;
  /** Where the chain stands: number of the last sealed act, and its hash. */
  readonly sealed: { readonly n: number; readonly head: string };
  /** The number the next act will have. */
  readonly next: number;
  readonly cursors: { readonly [scope: string]: number };
}

/** The one database of the app. */
export interface Database {
  readonly db: Dexie;
  readonly rows: Table<Row, [string, string, string]>;
  readonly outbox: Table<OutboxEntry, number>;
  readonly segments: Table<SealedSegment, number>;
  readonly checks: Table<Check, string>;
  readonly meta: {
    get<K extends keyof Meta>(name: K): Promise<Meta[K] | undefined>;
    put<K extends keyof Meta>(name: K, value: Meta[K]): Promise<void>;
    remove(name: keyof Meta): Promise<void>;
  };
}

/**
 * Opens the database of that name. Writes reach the disk before they resolve (`strict`). When another tab needs the database upgraded or
 * deleted, Dexie closes ours and opens it again at the next use.
 */
export const openDatabase = (name: string): Database => {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ rows: '[scope+kind+id], [scope+kind], scope', outbox: 'n', segments: 'last', checks: '', meta: '' });
  const meta = db.table<unknown, string>('meta');
  return {
    db,
    rows: db.table('rows'),
    outbox: db.table('outbox'),
    segments: db.table('segments'),
    checks: db.table('checks'),
    meta: {
      // What stands under a name was put there by `put`, under the same type.
      get: async <K extends keyof Meta>(name: K) => (await meta.get(name)) as Meta[K] | undefined,
      put: async (name, value) => void (await meta.put(value, name)),
      remove: (name) => meta.delete(name),
    },
  };
};

const LOST = new Set(['InvalidStateError', 'UnknownError', 'DatabaseClosedError']);

/**
 * Did the browser drop the connection under us? WebKit does after a pause, any browser when the site's data are cleared; the `close` event is
 * not fired then, the next transaction just fails.
 */
const isLost = (error: unknown): boolean => error instanceof Error && (LOST.has(error.name) || ('inner' in error && isLost(error.inner)));

/** Does some work in one transaction over everything; on a lost connection opens again and repeats it once. */
export const transact = async <T>({ db }: Database, mode: 'r' | 'rw', work: () => Promise<T>): Promise<T> => {
  const once = () => db.transaction(mode, db.tables, work);
  try {
    return await once();
  } catch (error) {
    if (!isLost(error)) throw error;
    db.close({ disableAutoOpen: false });
    await db.open();
    return once();
  }
};
