import * as v from 'valibot';
import { DeviceId, Instant, Scope } from '#domain/ids';
import { MAX_ACTIONS } from './limits.ts';
import { ScopeSum } from './scope-sum.ts';
import { Segment } from './segment.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Chosen by the asker and echoed: only an answer to this very question counts. */
const Nonce = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));

/** POST /api/sync/push. Segments carry their own proof: no cookie is needed, any courier may bring them. */
export const PushRequest = v.object({
  protocol: v.literal(1),
  nonce: Nonce,
  segments: v.pipe(v.array(Segment), v.minLength(1), v.maxLength(MAX_ACTIONS)),
});
export type PushRequest = v.InferOutput<typeof PushRequest>;

/** What the server has judged and made durable, per device: all actions up to `last`, chain hash `head`. */
export const Acknowledgement = v.object({ device: DeviceId, last: count, head: v.string() });
export type Acknowledgement = v.InferOutput<typeof Acknowledgement>;

export const PushReply = v.object({ protocol: v.literal(1), nonce: Nonce, serverTime: Instant, acknowledged: v.array(Acknowledgement) });
export type PushReply = v.InferOutput<typeof PushReply>;

/** A row as it travels; its scope is that of the page it stands in. Unknown kinds and fields are kept untouched. */
export const WireRow = v.object({
  kind: v.pipe(v.string(), v.maxLength(40)),
  id: v.pipe(v.string(), v.maxLength(80)),
  v: count,
  body: v.nullable(v.record(v.string(), v.unknown())),
  stamps: v.record(v.string(), v.string()),
  seq: count,
  deleted: v.boolean(),
});
export type WireRow = v.InferOutput<typeof WireRow>;

/**
 * POST /api/sync/pull, with the sign-in cookie. `cursors`: scope → seq already held (0 or absent = all). A device of many scopes sends
 * only their `digest` (`digestOf`) first. `sums`: asks for the sum of every scope; `snapshots`: this device can fetch them.
 */
export const PullRequest = v.object({
  protocol: v.literal(1),
  nonce: Nonce,
  device: DeviceId,
  cursors: v.optional(v.record(Scope, count)),
  digest: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))),
  sums: v.optional(v.literal(true)),
  snapshots: v.optional(v.literal(true)),
});
export type PullRequest = v.InferOutput<typeof PullRequest>;

const ScopePage = v.object({
  scope: Scope,
  cursor: count,
  rows: v.array(WireRow),
  /** These are rows from the beginning, whatever cursor was sent: the server knows none that high. */
  full: v.optional(v.literal(true)),
  sum: v.optional(ScopeSum),
  /** The rows up to this cursor are to be fetched as a snapshot (`snapshotPath`); none stand here. */
  snapshot: v.optional(count),
});

/**
 * `scopes`: every scope the device may read, with the rows after its cursor (a held scope that is absent here is no longer allowed);
 * `last`: the device's last judged action, `head` the chain hash after it; `safe`: the last one that is in the continuous backup (equal to
 * `last` without one); `epoch`: changes when the server's history does; `more`: ask again at once.
 * `same` answers a digest: true = nothing is new (`scopes` is empty), false = ask again with cursors.
 */
export const PullReply = v.object({
  protocol: v.literal(1),
  nonce: Nonce,
  serverTime: Instant,
  epoch: v.string(),
  last: count,
  head: v.optional(v.string()),
  safe: count,
  same: v.optional(v.boolean()),
  scopes: v.array(ScopePage),
  more: v.boolean(),
});
export type PullReply = v.InferOutput<typeof PullReply>;

/** The live rows of a public scope up to `cursor`, immutable under its address. No nonce: it may come out of any cache. */
export const Snapshot = v.object({ protocol: v.literal(1), epoch: v.string(), scope: Scope, cursor: count, rows: v.array(WireRow) });
export type Snapshot = v.InferOutput<typeof Snapshot>;
