import type { Clock } from '#base/ambient';
import { err, ok, type Result } from '#base/result';
import { type Scope, scopeOf } from '#domain/ids';
import type { Head, RecordStore } from '#domain/record-store';
import { digestOf } from '#protocol/cursor-digest';
import { MAX_ROWS } from '#protocol/limits';
import type { ProblemCode } from '#protocol/problem';
import type { PullReply, PullRequest } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';
import type { ScopeSums } from './scope-sums.ts';
import { scopesOf, type Who } from './scopes-of.ts';
import type { Snapshots } from './snapshots.ts';
import type { Admit } from './tokens.ts';
import { isForDevices, toWire } from './wire-rows.ts';

export interface PullDeps {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly admit: Admit;
  /** Changes when the server's history does. */
  readonly epoch: string;
  /** Is there a continuous backup? Then only what is in it is safe. */
  readonly isBackedUp: () => boolean;
  readonly sums: ScopeSums;
  readonly snapshots: Pick<Snapshots, 'upTo'>;
}

type Heads = ReadonlyMap<Scope, Head>;

/**
 * All that a device may read after its cursors, at most MAX_ROWS rows a page. `last` is looked at before the rows: when the last page is in,
 * the effects of every act up to `last` are.
 */
export const answerPull = async (deps: PullDeps, who: Who, request: PullRequest): Promise<Result<PullReply, ProblemCode>> => {
  // The cookie of the key this phone had before: it has to sign in with the one it has now.
  if (request.device !== who.id) return err('SignInNeeded');
  if (!deps.admit(`pull:${who.id}`)) return err('TooMany');
  const scopes = await scopesOf(deps.store, who);
  const heads = await deps.store.heads(scopes);
  const { last, head } = who.device;
  const base = {
    protocol: PROTOCOL,
    nonce: request.nonce,
    serverTime: deps.clock(),
    epoch: deps.epoch,
    last,
    head,
    safe: deps.isBackedUp() ? await safeOf(deps.store, who, heads) : last,
  } as const;
  if (request.digest !== undefined && request.cursors === undefined) {
    const same = request.digest === (await digestOf(scopes.map((scope) => [scope, seqOf(heads, scope)] as const)));
    return ok({ ...base, same, scopes: [], more: false });
  }
  return ok({ ...base, ...(await pageOf(deps, request, scopes, heads)) });
};

const seqOf = (heads: Heads, scope: Scope): number => heads.get(scope)?.seq ?? 0;

/** The last act of a device whose judgement is in the continuous backup. */
const safeOf = async (store: RecordStore, { id, device }: Who, heads: Heads): Promise<number> => {
  const scope = scopeOf('d', id);
  const { seq, safe } = heads.get(scope) ?? { seq: 0, safe: 0 };
  if (safe >= seq) return device.last;
  const ended = await store.latest(scope, 'head', safe);
  return ended ? Math.min(Number(ended.id), device.last) : 0;
};

const pageOf = async (
  deps: PullDeps,
  request: PullRequest,
  scopes: readonly Scope[],
  heads: Heads,
): Promise<Pick<PullReply, 'scopes' | 'more'>> => {
  const pages: PullReply['scopes'] = [];
  let room = MAX_ROWS;
  let more = false;
  for (const scope of scopes) {
    const page = await scopePage(deps, request, scope, seqOf(heads, scope), room);
    room -= page.seen;
    more ||= page.more;
    pages.push(page.told);
  }
  if (!more && request.sums) for (const told of pages) await addSum(deps.sums, told);
  return { scopes: pages, more };
};

const scopePage = async (deps: PullDeps, request: PullRequest, scope: Scope, seq: number, room: number) => {
  const asked = request.cursors?.[scope] ?? 0;
  // A cursor this history never reached: the server was set back. All of the scope is told again.
  const full = asked > seq;
  const from = full ? 0 : asked;
  const snapshot = from === 0 && request.snapshots ? deps.snapshots.upTo(scope, seq) : undefined;
  if (snapshot) return { told: { scope, cursor: 0, rows: [], snapshot, ...(full && { full }) }, seen: 0, more: snapshot < seq };
  const feed = await deps.store.feed(scope, from, room);
  const rows = feed.rows.filter(isForDevices).map(toWire);
  // Beyond the last row there may have been others, removed and forgotten since.
  const cursor = feed.more ? feed.cursor : Math.max(feed.cursor, seq);
  return { told: { scope, cursor, rows, ...(full && { full }) }, seen: feed.rows.length, more: feed.more };
};

const addSum = async (sums: ScopeSums, told: PullReply['scopes'][number]): Promise<void> => {
  const sum = await sums(told.scope, told.snapshot ?? told.cursor);
  if (sum) told.sum = sum;
};
