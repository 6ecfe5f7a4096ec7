import type { OutboxEntry, SetAside } from '#client/sync/client-store';
import { type Scope, scopeOf } from '#domain/ids';
import { needsOfPending } from '#domain/replay';
import { pendingActs } from './load-records.ts';
import type { Tables } from './tables.ts';

/**
 * Sets aside the pending acts that touch a scope which was lost, and takes back those whose scopes may all be read again. They stay in the
 * outbox: their numbers belong to the chain, and the server judges them by the rights of that moment.
 */
export const setAside = async (tables: Tables): Promise<void> => {
  const [lostScopes, held] = await Promise.all([tables.meta.get('lost'), tables.aside.all()]);
  const gone = new Set<string>(lostScopes ?? []);
  const back = held.filter(({ scopes }) => scopes.length > 0 && !scopes.some((scope) => gone.has(scope)));
  if (back.length > 0) await tables.aside.remove(back.map(({ id }) => id));
  const actor = (await tables.meta.get('identity'))?.actor;
  if (gone.size === 0 || !actor) return;
  const lost = (entry: OutboxEntry): readonly Scope[] => [
    ...new Set(needsOfPending([entry], actor).flatMap(({ scope }) => (gone.has(scope) ? [scope] : []))),
  ];
  const touched = (await pendingActs(tables)).map((entry): SetAside => ({ id: entry.action.id, entry, scopes: lost(entry) }));
  const aside = touched.filter(({ scopes }) => scopes.length > 0);
  if (aside.length > 0) await tables.aside.put(aside);
};

/** Of the acts set aside that have been judged now, those that were accepted all the same need no place here any more. */
export const clearAside = async ({ aside, meta, rows }: Tables, last: number): Promise<void> => {
  const judged = (await aside.all()).filter(({ entry, scopes }) => entry.n <= last && scopes.length > 0);
  const device = (await meta.get('identity'))?.device;
  if (judged.length === 0 || !device) return;
  const accepted: string[] = [];
  for (const { id } of judged) if (!(await rows.get([scopeOf('d', device), 'refusal', id]))) accepted.push(id);
  await aside.remove(accepted);
};
