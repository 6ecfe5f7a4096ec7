import { Dexie } from 'dexie';
import { type Bytes, concatBytes } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import type { HeldMedia, MediaStore, Take } from '#client/media/media-store';
import { createChangeNotice } from './change-notice.ts';
import { type Database, type MediaTables, openDatabase, transact } from './database.ts';

/** The media of the device in IndexedDB. `close` releases the connection. */
export interface DexieMedia extends MediaStore {
  close(): void;
}

// Bytes stand as ArrayBuffer: some WebKits fail to keep a Blob.
interface Chunk {
  readonly take: string;
  readonly n: number;
  readonly bytes: ArrayBuffer;
}

type Change = <T>(work: (tables: MediaTables) => Promise<T>) => Promise<T>;

/** Opens the media of the database of that name, on a connection of its own. */
export const openDexieMedia = (name = 'pepites'): DexieMedia => {
  const database = openDatabase(name);
  const notice = createChangeNotice(`${name}-media`);
  const change: Change = async (work) => {
    const answer = await transact(database, 'media', 'rw', () => work(database.media));
    notice.tell();
    return answer;
  };
  return {
    ...takeParts(database, change),
    ...heldParts(database, change),
    subscribe: notice.subscribe,
    close: () => {
      notice.close();
      database.db.close();
    },
  };
};

type Takes = Pick<MediaStore, 'begin' | 'write' | 'rewrite' | 'takes' | 'take' | 'bytesOf' | 'drop' | 'settle'>;
type Held = Pick<MediaStore, 'keep' | 'held' | 'one' | 'sentUpTo' | 'refuse' | 'ask' | 'forget' | 'wipe'>;

const takeParts = (database: Database, change: Change): Takes => ({
  begin: (take) => change(async ({ takes }) => void (await takes.put(take))),
  write: (id, bytes, ms) =>
    unlessFull(
      change(async ({ takes, chunks }) => {
        const last = await chunks.where('[take+n]').between([id, Dexie.minKey], [id, Dexie.maxKey]).last();
        await chunks.add({ take: id, n: ((last as Chunk | undefined)?.n ?? 0) + 1, bytes } satisfies Chunk);
        await takes.update(id, { ms });
      }),
    ),
  rewrite: (id, type, bytes) =>
    unlessFull(
      change(async ({ takes, chunks }) => {
        await chunks.where('take').equals(id).delete();
        await chunks.add({ take: id, n: 1, bytes } satisfies Chunk);
        await takes.update(id, { type });
      }),
    ),
  takes: () => transact(database, 'media', 'r', async () => (await database.media.takes.toArray()) as readonly Take[]),
  take: (id) => transact(database, 'media', 'r', async () => (await database.media.takes.get(id)) as Take | undefined),
  bytesOf: (id) => transact(database, 'media', 'r', () => bytesUnder(database.media, id)),
  drop: (id) => change((tables) => dropTake(tables, id)),
  settle: (id) => change(({ takes }) => takes.delete(id)),
});

const heldParts = (database: Database, change: Change): Held => ({
  keep: (held) =>
    change(async ({ media, chunks }) => {
      const before = (await media.get(held.id)) as HeldMedia | undefined;
      if (!before) await media.put(held);
      // The same bytes twice stand here once.
      else if (before.take !== held.take) await chunks.where('take').equals(held.take).delete();
    }),
  held: () => transact(database, 'media', 'r', async () => (await database.media.media.toArray()) as readonly HeldMedia[]),
  one: (id) => transact(database, 'media', 'r', async () => (await database.media.media.get(id)) as HeldMedia | undefined),
  sentUpTo: (id, sent) => change(async ({ media }) => void (await media.update(id, { sent }))),
  refuse: (id, refused) => change(async ({ media }) => void (await media.update(id, { refused }))),
  ask: (ids) => change(async ({ media }) => void (await media.where('id').anyOf(ids).modify({ asked: true }))),
  forget: (ids) =>
    change(async ({ media, chunks }) => {
      const gone = ((await media.bulkGet([...ids])) as (HeldMedia | undefined)[]).flatMap((one) => one ?? []);
      await chunks
        .where('take')
        .anyOf(gone.map(({ take }) => take))
        .delete();
      await media.bulkDelete([...ids]);
    }),
  wipe: () => change(async ({ takes, chunks, media }) => void (await Promise.all([takes.clear(), chunks.clear(), media.clear()]))),
});

const bytesUnder = async ({ chunks }: MediaTables, id: string): Promise<Bytes> => {
  const found = (await chunks.where('[take+n]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray()) as readonly Chunk[];
  return concatBytes(...found.map(({ bytes }) => new Uint8Array(bytes)));
};

const dropTake = async ({ takes, chunks, media }: MediaTables, id: string): Promise<void> => {
  await takes.delete(id);
  // What is kept under its hash keeps its bytes.
  const isKept = (await media.filter((held: HeldMedia) => held.take === id).count()) > 0;
  if (!isKept) await chunks.where('take').equals(id).delete();
};

const isFull = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'QuotaExceededError' || ('inner' in error && isFull(error.inner)));

const unlessFull = async (write: Promise<void>): Promise<Result<void, 'storage-full'>> => {
  try {
    return ok(await write);
  } catch (error) {
    if (!isFull(error)) throw error;
    return err('storage-full');
  }
};
