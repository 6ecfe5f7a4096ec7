import { snapshotPath } from '#protocol/snapshot-path';
import { type PullReply, Snapshot } from '#protocol/sync';
import { parsed, type Said } from './ask.ts';
import type { PulledPage, PulledScope } from './client-store.ts';
import { rowIn } from './row-in.ts';
import type { Session } from './session.ts';

/** The page with the rows of its snapshots in it. */
export const fetchSnapshots = async (
  deps: Pick<Session, 'transport'>,
  page: PulledPage,
  reply: Pick<PullReply, 'epoch' | 'scopes'>,
): Promise<Said<PulledPage>> => {
  const scopes: PulledScope[] = [];
  for (const [i, told] of page.scopes.entries()) {
    const cursor = reply.scopes[i]?.snapshot;
    const said = cursor === undefined ? ({ type: 'answer', value: told } as const) : await fetchOne(deps, told, reply.epoch, cursor);
    if (said.type !== 'answer') return said;
    scopes.push(said.value);
  }
  return { type: 'answer', value: { ...page, scopes } };
};

const fetchOne = async (
  { transport }: Pick<Session, 'transport'>,
  told: PulledScope,
  epoch: string,
  cursor: number,
): Promise<Said<PulledScope>> => {
  if (!transport.get) return { type: 'silence', why: 'foreign' };
  const said = await parsed(await transport.get(snapshotPath(epoch, told.scope, cursor)), Snapshot);
  if (said.type !== 'answer') return said;
  const { value } = said;
  const isIt = value.epoch === epoch && value.scope === told.scope && value.cursor === cursor;
  if (!isIt) return { type: 'silence', why: 'foreign' };
  return { type: 'answer', value: { ...told, cursor, rows: value.rows.map((row) => rowIn(told.scope, row)) } };
};
