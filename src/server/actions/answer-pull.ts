import type { Clock } from '#base/ambient';
import { err, ok, type Result } from '#base/result';
import type { Device } from '#domain/device';
import { CATALOGUE, type DeviceId, type Scope, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import { readableScopes } from '#domain/rights';
import { MAX_ROWS } from '#protocol/limits';
import type { ProblemCode } from '#protocol/problem';
import type { PullReply, PullRequest, WireRow } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';
import type { Admit } from './tokens.ts';

export interface PullDeps {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly admit: Admit;
  /** Changes when the server's history does. */
  readonly epoch: string;
}

/**
 * All that a device may read after its cursors, at most MAX_ROWS rows a page. `last` is looked at before the rows: when the last page is in,
 * the effects of every act up to `last` are.
 */
export const answerPull = async (
  { store, clock, admit, epoch }: PullDeps,
  who: { readonly id: DeviceId; readonly device: Device },
  request: PullRequest,
): Promise<Result<PullReply, ProblemCode>> => {
  if (request.device !== who.id) return err('NotAllowed');
  if (!admit(`pull:${who.id}`)) return err('TooMany');
  const { last } = who.device;
  const scopes: PullReply['scopes'] = [];
  let room = MAX_ROWS;
  let more = false;
  for (const scope of await scopesOf(store, who)) {
    const asked = request.cursors[scope] ?? 0;
    const feed = await store.feed(scope, asked, room);
    room -= feed.rows.length;
    more ||= feed.more;
    scopes.push({ scope, cursor: feed.cursor, rows: feed.rows.filter(isForDevices).map(toWire) });
  }
  // Without a continuous backup what is judged is as safe as it gets.
  return ok({ protocol: PROTOCOL, nonce: request.nonce, serverTime: clock(), epoch, last, safe: last, scopes, more });
};

// Her own first: a new phone shows its owner before the catalogue.
const scopesOf = async (
  store: RecordStore,
  { id, device }: { readonly id: DeviceId; readonly device: Device },
): Promise<readonly Scope[]> => {
  const events = device.actor.role === 'organiser' ? await plannedEvents(store, scopeOf('s', device.actor.structure)) : [];
  const scopes = readableScopes(device.actor, id, events);
  return [...scopes.filter((scope) => scope !== CATALOGUE), CATALOGUE];
};

const plannedEvents = async (store: RecordStore, scope: Scope): Promise<readonly string[]> =>
  (await store.read([{ scope, kind: 'plan' }])).list(scope, 'plan').map(({ body }) => body.event);

// What the server remembers of chains is of no use to the device that made them.
const isForDevices = (row: Row): boolean => row.kind !== 'head';

const toWire = ({ kind, id, v, body, stamps, seq, deleted }: Row): WireRow => ({
  kind,
  id,
  v,
  body: body as WireRow['body'],
  stamps,
  seq,
  deleted,
});
