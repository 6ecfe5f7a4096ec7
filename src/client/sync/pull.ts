import type { Json } from '#base/canonical-json';
import type { DeviceId } from '#domain/ids';
import { digestOf } from '#protocol/cursor-digest';
import { DIGEST_SCOPES, TOMBSTONE_MS } from '#protocol/limits';
import { PullReply } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';
import { askOnce, type Said } from './ask.ts';
import type { Progress, PulledPage, PulledScope } from './client-store.ts';
import { compareSums, isTimeToCompare } from './compare-sums.ts';
import { isOwnChain } from './own-chain.ts';
import { rowIn } from './row-in.ts';
import type { Session } from './session.ts';
import { fetchSnapshots } from './snapshots.ts';

type PullDeps = Pick<Session, 'store' | 'transport' | 'clock' | 'chance' | 'identity'>;

type Cursors = { readonly [scope: string]: number };

/** What a finished pull tells: the server's own word on the last act it has judged, and how many rows came. */
export interface Pulled {
  readonly last: number;
  readonly rows: number;
}

const MAX_PAGES = 2000;
// A removed record leaves the server one day; who was away that long begins anew before it can have.
const LONG_AWAY = TOMBSTONE_MS - 10 * 86_400_000;

/** Was this device away for so long that what was removed meanwhile is not told any more? */
export const isLongAway = (basedOn: Pick<Progress, 'serverTime'>, reply: Pick<PullReply, 'serverTime'>): boolean =>
  basedOn.serverTime > 0 && reply.serverTime - basedOn.serverTime > LONG_AWAY;

/** How the next page is asked for. */
interface Way {
  /** By a digest of its cursors: one small question if nothing is new, one more if something is. */
  readonly digest: 'always' | 'of-many' | 'no';
  readonly snapshots: boolean;
  /** With the sums of all scopes. */
  readonly sums: boolean;
}

interface Question {
  readonly of: DeviceId;
  readonly way: Way;
  readonly basedOn: Progress;
  readonly cursors: Cursors;
}

/**
 * Pulls pages until there are no more, applying each in its own transaction, so that a cut loses one page at most. `calm`: this run has
 * brought nothing, so most likely nothing is new here either.
 * `Fork`: what the server has judged under this device's key is not what this device did; nothing of the page was believed.
 */
export const pullAll = async (deps: PullDeps, calm: boolean): Promise<Said<Pulled>> => {
  const { store } = deps;
  let rows = 0;
  let way: Way = { digest: calm ? 'always' : 'of-many', snapshots: deps.transport.get !== undefined, sums: await isTimeToCompare(deps) };
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const question = { of: deps.identity.device, way, basedOn: await store.progress(), cursors: await store.cursors() };
    const said = await ask(deps, question);
    if (said.type !== 'answer') return said;
    const { value: reply } = said;
    if (!isOwnChain(reply, await store.sealed(), await store.segments())) return { type: 'problem', code: 'Fork' };
    const other = await otherWay(deps, question, reply);
    way = other ?? { ...way, digest: 'no' };
    if (other) continue;
    const page = await fetchSnapshots(deps, pageOf(question, reply, deps.clock()), reply);
    if (page.type === 'silence') return page;
    // The cache or the server has let go of that snapshot meanwhile: rows come in pages then.
    if (page.type === 'problem') {
      way = { ...way, snapshots: false };
      continue;
    }
    const whole = await store.applyPull(page.value);
    // Who asked is here no more: her answers are nobody's.
    if (!whole && (await store.identity())?.device !== question.of) return { type: 'silence', why: 'foreign' };
    rows += page.value.scopes.reduce((sum, scope) => sum + scope.rows.length, 0);
    const renewed = whole && !page.value.more && (await compareSums(deps, reply));
    if (whole && !page.value.more && !renewed) return { type: 'answer', value: { last: page.value.progress.last, rows } };
    // "More" without a step forward would be asked for ever.
    if (page.value.more && page.value.scopes.every(({ asked, cursor }) => asked === cursor)) return { type: 'silence', why: 'foreign' };
    if (renewed) way = { ...way, sums: false };
  }
  return { type: 'silence', why: 'foreign' };
};

const ask = async (deps: PullDeps, { way, cursors }: Question): Promise<Said<PullReply>> => {
  const byDigest = isByDigest(way, Object.values(cursors));
  const body: Record<string, Json> = { protocol: PROTOCOL, device: deps.identity.device };
  if (byDigest) body['digest'] = await digestOf(Object.entries(cursors));
  else body['cursors'] = cursors;
  if (way.sums) body['sums'] = true;
  if (way.snapshots && !byDigest) body['snapshots'] = true;
  const said = await askOnce(deps, '/api/sync/pull', body, PullReply);
  // Nobody asked by digest: an answer to another question.
  return said.type === 'answer' && !byDigest && said.value.same !== undefined ? { type: 'silence', why: 'foreign' } : said;
};

const isByDigest = ({ digest, sums }: Way, cursors: readonly number[]): boolean => {
  if (digest === 'no' || sums) return false;
  return cursors.length > DIGEST_SCOPES || (digest === 'always' && cursors.some((cursor) => cursor > 0));
};

/** The way to ask again before anything of this reply may be taken; undefined when it may. */
const otherWay = async ({ store }: PullDeps, { way, basedOn, cursors }: Question, reply: PullReply): Promise<Way | undefined> => {
  const holdsSomething = Object.values(cursors).some((cursor) => cursor > 0);
  if (holdsSomething && isLongAway(basedOn, reply)) {
    await store.renew(Object.keys(cursors));
    return { ...way, digest: 'no' };
  }
  // It names no scope: taken for a page, it would say that all of them are lost.
  return reply.same === false ? { ...way, digest: 'no' } : undefined;
};

/** A reply as the store takes it. */
export const pageOf = ({ of, basedOn, cursors }: Omit<Question, 'way'>, reply: PullReply, now: number): PulledPage => ({
  of,
  basedOn,
  progress: { epoch: reply.epoch, last: provenLast(basedOn, reply), safe: reply.safe, serverTime: reply.serverTime, seenAt: now },
  scopes: reply.same ? unchanged(cursors) : reply.scopes.map((told) => scopeOf(told, cursors[told.scope] ?? 0)),
  more: reply.more,
});

// A server that says no head may speak of acts that another copy of this device has brought: beyond what was acknowledged to this one, only a
// push can tell.
const provenLast = ({ acknowledged }: Progress, { last, head }: PullReply): number =>
  head === undefined ? Math.min(last, acknowledged) : last;

const unchanged = (cursors: Cursors): readonly PulledScope[] =>
  Object.entries(cursors).map(([scope, cursor]) => ({
    scope: scope as PulledScope['scope'],
    asked: cursor,
    cursor,
    rows: [],
    full: false,
  }));

const scopeOf = ({ scope, cursor, rows, full }: PullReply['scopes'][number], asked: number): PulledScope => ({
  scope,
  asked,
  cursor,
  rows: rows.map((row) => rowIn(scope, row)),
  full: full === true,
});
