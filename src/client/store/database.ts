import { Dexie, type Table } from 'dexie';
import { whileShown } from './while-shown.ts';

/** Dexie tables by name; what they hold is said in tables.ts. */
export type DexieTables = { readonly [name in TableName]: Table };

const STORES = {
  rows: '[scope+kind+id], [scope+kind], scope, [scope+seq]',
  outbox: 'n',
  segments: 'last',
  aside: 'id',
  checks: '',
  meta: '',
} as const;
const NOW = { ...STORES, boxes: 'id' } as const;
type TableName = keyof typeof NOW;

/** Media stand in tables of their own: writing a film never keeps an act waiting. */
const MEDIA_STORES = { takes: 'id', chunks: '[take+n], take', media: 'id' } as const;

/** Tables of media by name; what they hold is said in dexie-media.ts. */
export type MediaTables = { readonly [name in keyof typeof MEDIA_STORES]: Table };

/** The one database of the app. */
export interface Database {
  readonly db: Dexie;
  readonly tables: DexieTables;
  readonly media: MediaTables;
}

/**
 * Opens the database of that name. Writes reach the disk before they resolve (`strict`). When another tab needs the database upgraded or
 * deleted, Dexie closes ours and opens it again at the next use.
 */
export const openDatabase = (name: string): Database => {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ rows: '[scope+kind+id], [scope+kind], scope', outbox: 'n', segments: 'last', checks: '', meta: '' });
  // Additive: a tab of the version before may still be open.
  db.version(2).stores(STORES);
  db.version(3).stores({ ...STORES, ...MEDIA_STORES });
  db.version(4).stores({ boxes: NOW.boxes });
  const tables = Object.fromEntries(Object.keys(NOW).map((table) => [table, db.table(table)])) as DexieTables;
  const media = Object.fromEntries(Object.keys(MEDIA_STORES).map((table) => [table, db.table(table)])) as MediaTables;
  return { db, tables, media };
};

const LOST = new Set(['InvalidStateError', 'UnknownError', 'DatabaseClosedError']);

/**
 * Did the browser drop the connection under us? WebKit does after a pause, any browser when the site's data are cleared; the `close` event is
 * not fired then, the next transaction just fails.
 */
const isLost = (error: unknown): boolean => error instanceof Error && (LOST.has(error.name) || ('inner' in error && isLost(error.inner)));

/** Does some work in one transaction over all of these tables; on a lost connection opens again and repeats it once. */
export const transact = async <T>(
  { db, ...all }: Database,
  of: 'tables' | 'media',
  mode: 'r' | 'rw',
  work: () => Promise<T>,
): Promise<T> => {
  // An async function of its own: by that Dexie knows that native awaits will come, and stays in the transaction.
  const once = () =>
    whileShown((note) =>
      db.transaction(mode, Object.values(all[of]), async (begun) => {
        note(begun);
        return work();
      }),
    );
  try {
    return await once();
  } catch (error) {
    if (!isLost(error)) throw error;
    db.close({ disableAutoOpen: false });
    await db.open();
    return once();
  }
};
