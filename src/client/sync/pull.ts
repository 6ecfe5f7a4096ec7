import type { Chance, Clock } from '#base/ambient';
import type { Json } from '#base/canonical-json';
import type { Row } from '#domain/record';
import { PullReply } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';
import { askOnce, type Said } from './ask.ts';
import type { ClientStore, Identity, Progress, PulledPage } from './client-store.ts';
import type { Transport } from './transport.ts';

export interface PullDeps {
  readonly store: ClientStore;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly chance: Chance;
}

type Cursors = { readonly [scope: string]: number };

/** What a finished pull tells: the server's own word on the last act it has judged, and how many rows came. */
export interface Pulled {
  readonly last: number;
  readonly rows: number;
}

const MAX_PAGES = 2000;

/**
 * Pulls pages until there are no more, applying each in its own transaction, so that a cut loses one page at most.
 * A server with another history (restored, moved) is asked again from the start before anything is believed.
 */
export const pullAll = async (deps: PullDeps, identity: Identity): Promise<Said<Pulled>> => {
  const { store } = deps;
  let cursors: Cursors = await store.cursors();
  let epoch = (await store.progress()).epoch;
  let rows = 0;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const body = { protocol: PROTOCOL, device: identity.device, cursors };
    const said = await askOnce(deps, '/api/sync/pull', body, PullReply);
    if (said.type !== 'answer') return said;
    const reply = said.value;
    const anew = epoch !== '' && epoch !== reply.epoch;
    epoch = reply.epoch;
    if (anew && Object.values(cursors).some((cursor) => cursor > 0)) {
      cursors = {};
      continue;
    }
    await store.applyPull(pageOf(reply, await store.progress(), deps.clock()));
    rows += reply.scopes.reduce((sum, scope) => sum + scope.rows.length, 0);
    const next = Object.fromEntries(reply.scopes.map(({ scope, cursor }) => [scope, cursor]));
    if (!reply.more) return { type: 'answer', value: { last: reply.last, rows } };
    // "More" without a step forward would be asked for ever.
    if (reply.scopes.every(({ scope, cursor }) => cursor === (cursors[scope] ?? 0))) return { type: 'silence', why: 'foreign' };
    cursors = next;
  }
  return { type: 'silence', why: 'foreign' };
};

/** A reply as the store takes it. */
const pageOf = (reply: PullReply, held: Progress, now: number): PulledPage => ({
  progress: {
    epoch: reply.epoch,
    // The effects of an act may stand on a later page: it leaves the replay only with the last one, or its badge would blink.
    last: reply.more ? Math.min(held.last, reply.last) : reply.last,
    acknowledged: reply.last,
    safe: reply.safe,
    serverTime: reply.serverTime,
    seenAt: now,
  },
  scopes: reply.scopes.map(({ scope, cursor, rows }) => ({
    scope,
    cursor,
    rows: rows.map((row): Row => ({ ...row, scope, body: row.body as Json })),
  })),
});
