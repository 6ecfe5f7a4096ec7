import type { PulledPage, PulledScope } from '#client/sync/client-store';
import { isOver, isOvertaken, mergeProgress, NO_PROGRESS, settledUpTo, startsAnew } from '#client/sync/merge-progress';
import type { Row } from '#domain/record';
import { clearAside, setAside } from './set-aside.ts';
import type { Meta, RowKey, Tables } from './tables.ts';

/** Applies a pulled page within one transaction; see ClientStore.applyPull. */
export const applyPage = async (tables: Tables, page: PulledPage): Promise<boolean> => {
  const { meta, outbox, segments } = tables;
  const held = (await meta.get('progress')) ?? NO_PROGRESS;
  // Another tab has heard of another history meanwhile: this page speaks of one that is over.
  if (isOver(page.basedOn, held)) return false;
  // And whoever asked may have left, or goes on under another key.
  if ((await meta.get('identity'))?.device !== page.of) return false;
  const before = await placesBefore(tables, startsAnew(held, page.progress));
  const isAllTaken = await takeScopes(tables, page, before);
  const whole = isAllTaken && !isOvertaken(page.basedOn, held);
  const now = mergeProgress(held, page, whole);
  await meta.put('progress', now);
  await setAside(tables);
  await clearAside(tables, now.last);
  // Together: an act without its segment could never be sent again.
  await outbox.removeUpTo(settledUpTo(now));
  await segments.removeUpTo(settledUpTo(now));
  return whole;
};

type Places = Pick<Meta, 'cursors' | 'renewing'>;

const placesBefore = async ({ meta }: Tables, anew: boolean): Promise<Places> => {
  const cursors = (await meta.get('cursors')) ?? {};
  if (!anew) return { cursors, renewing: (await meta.get('renewing')) ?? {} };
  const scopes = Object.keys(cursors);
  return {
    cursors: Object.fromEntries(scopes.map((scope) => [scope, 0])),
    renewing: Object.fromEntries(scopes.map((scope) => [scope, []])),
  };
};

/** Takes what the page says of each scope; false when one of them stood elsewhere than when the question was asked. */
const takeScopes = async (tables: Tables, page: PulledPage, before: Places): Promise<boolean> => {
  const allowed = new Set<string>(page.scopes.map(({ scope }) => scope));
  const gone = Object.keys(before.cursors).filter((scope) => !allowed.has(scope));
  const lost = [...((await tables.meta.get('lost')) ?? []), ...gone];
  if (lost.length > 0)
    await tables.meta.put(
      'lost',
      lost.filter((scope) => !allowed.has(scope)),
    );
  if (gone.length > 0) await tables.rows.removeScopes(gone);
  const cursors: Record<string, number> = {};
  const renewing: Record<string, readonly string[]> = {};
  let whole = true;
  for (const told of page.scopes) {
    const { scope } = told;
    const from = before.cursors[scope] ?? 0;
    const toldBefore = told.full ? [] : before.renewing[scope];
    if (from !== told.asked) {
      whole = false;
      cursors[scope] = from;
      if (toldBefore) renewing[scope] = toldBefore;
      continue;
    }
    await takeRows(tables, told);
    cursors[scope] = told.cursor;
    if (!toldBefore) continue;
    const toldNow = [...toldBefore, ...told.rows.filter(({ deleted }) => !deleted).map(nameOf)];
    if (page.more) renewing[scope] = toldNow;
    else await dropUntold(tables, scope, new Set(toldNow));
  }
  await tables.meta.put('cursors', cursors);
  if (Object.keys(before.renewing).length > 0 || Object.keys(renewing).length > 0) await tables.meta.put('renewing', renewing);
  return whole;
};

type Named = Pick<Row, 'kind' | 'id'>;

const nameOf = ({ kind, id }: Named): string => `${kind} ${id}`;

const keyIn =
  (scope: string) =>
  ({ kind, id }: Named): RowKey => [scope, kind, id];

const takeRows = async ({ rows }: Tables, { scope, rows: told }: PulledScope): Promise<void> => {
  const removed = told.filter(({ deleted }) => deleted);
  if (removed.length > 0) await rows.remove(removed.map(keyIn(scope)));
  if (removed.length < told.length) await rows.put(told.filter(({ deleted }) => !deleted));
};

// Pulled anew to its end, a scope has what was told, and nothing else.
const dropUntold = async ({ rows }: Tables, scope: string, told: ReadonlySet<string>): Promise<void> => {
  const held = await rows.marks(scope, 0, Number.MAX_SAFE_INTEGER);
  const untold = held.filter((row) => !told.has(nameOf(row)));
  if (untold.length > 0) await rows.remove(untold.map(keyIn(scope)));
};
