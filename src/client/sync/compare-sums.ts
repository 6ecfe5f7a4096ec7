import type { PullReply } from '#protocol/sync';
import type { Session } from './session.ts';

const HOUR = 3_600_000;

type Deps = Pick<Session, 'store' | 'clock' | 'chance'>;

/** Is it an hour or two since rows were last compared with the server's? Random by one hour, so that a room does not ask together. */
export const isTimeToCompare = async ({ store, clock, chance }: Deps): Promise<boolean> => {
  const since = clock() - (await store.compared());
  // A clock that was set back says nothing about how long ago it was.
  return since < 0 || since > HOUR + HOUR * ((chance(1)[0] ?? 0) / 255);
};

/**
 * Compares what is held with the sums of a last page, if it carries them. Cursors cannot show everything: a server set back and written to
 * again, a row the disk lost. Scopes that differ are started anew; true when there were any.
 */
export const compareSums = async ({ store, clock }: Deps, { scopes }: Pick<PullReply, 'scopes'>): Promise<boolean> => {
  const told = scopes.filter(({ sum }) => sum !== undefined);
  if (told.length === 0) return false;
  const held = await store.sums(told.map(({ scope }) => scope));
  const differing = told.filter(({ scope, sum }) => {
    const mine = held.get(scope);
    return mine?.count !== sum?.count || mine?.sum !== sum?.sum;
  });
  await store.keepCompared(clock());
  if (differing.length > 0) await store.renew(differing.map(({ scope }) => scope));
  return differing.length > 0;
};
