import type { ClientStore, PulledPage } from '#client/sync/client-store';
import { mergeProgress, NO_PROGRESS, settledUpTo, startsAnew } from '#client/sync/merge-progress';
import type { Scope } from '#domain/ids';
import { createChangeNotice } from './change-notice.ts';
import { type Database, openDatabase, transact } from './database.ts';
import { loadRecords, pendingActs, putNewer } from './dexie-records.ts';

/** The device's store in IndexedDB. `close` releases the connection (tests, leaving). */
export interface DexieStore extends ClientStore {
  close(): void;
}

/** Opens the store of that name; two tabs and the service worker may have it open at once. */
export const openDexieStore = (name = 'pepites'): DexieStore => {
  const database = openDatabase(name);
  const notice = createChangeNotice(name);
  const look = <T>(work: () => Promise<T>) => transact(database, 'r', work);
  const change = async <T>(work: () => Promise<T>): Promise<T> => {
    const answer = await transact(database, 'rw', work);
    notice.tell();
    return answer;
  };
  return {
    ...whoParts(database, look, change),
    ...actParts(database, look, change),
    ...serverParts(database, look, change),
    subscribe: notice.subscribe,
    close: () => {
      notice.close();
      database.db.close();
    },
  };
};

type Do = <T>(work: () => Promise<T>) => Promise<T>;
type Who = Pick<ClientStore, 'key' | 'keepKey' | 'identity' | 'adopt'>;
type Acts = Pick<ClientStore, 'read' | 'act' | 'outbox' | 'unsealed' | 'head' | 'keepSegment' | 'segments'>;
type Server = Pick<ClientStore, 'acknowledge' | 'progress' | 'cursors' | 'applyPull' | 'checks' | 'keepCheck'>;

const whoParts = ({ meta }: Database, look: Do, change: Do): Who => ({
  key: () => look(() => meta.get('key')),
  keepKey: (fresh) =>
    change(async () => {
      const kept = await meta.get('key');
      if (kept) return kept;
      await meta.put('key', fresh);
      return fresh;
    }),
  identity: () => look(() => meta.get('identity')),
  adopt: (identity) =>
    change(async () => {
      const held = await meta.get('identity');
      if (held && held.device !== identity.device) throw new Error('this device is already somebody’s: leave first');
      await meta.put('key', identity.keyPair);
      await meta.put('identity', identity);
    }),
});

const actParts = (database: Database, look: Do, change: Do): Acts => {
  const { meta, outbox, segments } = database;
  const sealed = async () => (await meta.get('sealed')) ?? { n: 0, head: '' };
  return {
    read: (needs) => look(() => loadRecords(database, needs)),
    act: (needs, pending, decide) =>
      change(async () => {
        const next = (await meta.get('next')) ?? 1;
        const { keep, answer } = decide(await loadRecords(database, needs));
        if (keep) {
          await outbox.add(pending(next));
          await meta.put('next', next + 1);
        }
        return answer;
      }),
    outbox: () => look(() => pendingActs(database)),
    unsealed: (limit) =>
      look(async () =>
        outbox
          .where('n')
          .above((await sealed()).n)
          .limit(limit)
          .toArray(),
      ),
    head: () => look(async () => (await sealed()).head),
    keepSegment: (kept) =>
      change(async () => {
        const { n, head } = await sealed();
        if (kept.segment.prev !== head || kept.segment.actions[0]?.n !== n + 1) return;
        await segments.add(kept);
        await meta.put('sealed', { n: kept.last, head: kept.head });
      }),
    segments: () => look(() => segments.orderBy('last').toArray()),
  };
};

const serverParts = (database: Database, look: Do, change: Do): Server => {
  const { meta, checks } = database;
  const progress = async () => (await meta.get('progress')) ?? NO_PROGRESS;
  return {
    acknowledge: (last) =>
      change(async () => {
        const held = await progress();
        if (last > held.acknowledged) await meta.put('progress', { ...held, acknowledged: last });
      }),
    progress: () => look(progress),
    cursors: () => look(async () => (await meta.get('cursors')) ?? {}),
    applyPull: (page) => change(async () => applyPage(database, page)),
    checks: () =>
      look(async () => {
        const [ids, found] = await Promise.all([checks.toCollection().primaryKeys(), checks.toArray()]);
        return new Map(found.map((check, i) => [ids[i] ?? '', check]));
      }),
    keepCheck: (badge, check) => change(async () => void (await checks.put(check, badge))),
  };
};

const applyPage = async (database: Database, page: PulledPage): Promise<void> => {
  const { meta, rows, outbox, segments } = database;
  const held = (await meta.get('progress')) ?? NO_PROGRESS;
  const before = (await meta.get('cursors')) ?? {};
  const anew = startsAnew(held, page.progress);
  if (anew) await rows.clear();
  const allowed = new Set<string>(page.scopes.map(({ scope }) => scope));
  const gone = Object.keys(before).filter((scope) => !allowed.has(scope));
  if (gone.length > 0) await rows.where('scope').anyOf(gone).delete();
  await putNewer(
    database,
    page.scopes.flatMap((scope) => scope.rows),
  );
  const cursorOf = (scope: Scope, told: number) => (anew ? told : Math.max(before[scope] ?? 0, told));
  await meta.put('cursors', Object.fromEntries(page.scopes.map(({ scope, cursor }) => [scope, cursorOf(scope, cursor)])));
  const now = mergeProgress(held, page.progress);
  await meta.put('progress', now);
  await outbox.where('n').belowOrEqual(settledUpTo(now)).delete();
  await segments.where('last').belowOrEqual(now.safe).delete();
};
