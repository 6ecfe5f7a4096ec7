import type { Chance, Clock } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import { bindAction } from '#domain/actions';
import { type BadgeId, type StructureId, scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { factsOf, type KeysOf } from '#protocol/facts';
import { MAX_PUSH_ACTIONS } from '#protocol/limits';
import type { ProblemCode } from '#protocol/problem';
import { sortScan } from '#protocol/scan';
import { openSegment, type Segment } from '#protocol/segment';
import type { Site } from '#protocol/site';
import type { PushReply, PushRequest } from '#protocol/sync';
import { PROTOCOL } from '#protocol/version';
import type { KeyProvider } from './certify-device.ts';
import { readFamily } from './device-family.ts';
import { type Act, type Judged, judgeSegment, needsOfSegment } from './judge-segment.ts';
import type { Admit } from './tokens.ts';

export interface PushDeps {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly admit: Admit;
  readonly site: Site;
  readonly keys: KeyProvider;
  /** Signs the credentials of badges just claimed. What fails is done later: the job is already durable. */
  readonly seal: (badges: readonly BadgeId[]) => Promise<void>;
}

/**
 * Judges what devices did while away, segment by segment, each durable before the answer. One segment's problem is the answer, but keeps no
 * other device's segment from being judged. Safe to repeat: what was judged is skipped.
 */
export const acceptPush = async (deps: PushDeps, request: PushRequest): Promise<Result<PushReply, ProblemCode>> => {
  const actions = request.segments.reduce((sum, segment) => sum + segment.actions.length, 0);
  if (actions > MAX_PUSH_ACTIONS) return err('TooLarge');
  const acknowledged = new Map<string, PushReply['acknowledged'][number]>();
  const claimed: BadgeId[] = [];
  let problem: ProblemCode | undefined;
  const stuck = new Set<string>();
  for (const segment of request.segments) {
    if (stuck.has(segment.device)) continue;
    const judged = await acceptSegment(deps, segment);
    if (judged.ok) {
      acknowledged.set(segment.device, judged.value.acknowledged);
      claimed.push(...judged.value.claimed);
    } else {
      problem ??= judged.error;
      stuck.add(segment.device);
    }
  }
  if (claimed.length > 0) await deps.seal(claimed);
  if (problem) return err(problem);
  return ok({ protocol: PROTOCOL, nonce: request.nonce, serverTime: deps.clock(), acknowledged: [...acknowledged.values()] });
};

const acceptSegment = async (deps: PushDeps, segment: Segment): Promise<Judged> => {
  const hashes = await openSegment(segment);
  if (!hashes) return err('SignatureBad');
  if (!deps.admit(`push:${segment.device}`)) return err('TooMany');
  const keysOf = await keysFor(deps, segment);
  for (;;) {
    const family = await readFamily(deps.store, segment.device);
    if (!family) return err('SignInNeeded');
    const acts: Act[] = [];
    for (const [i, action] of segment.actions.entries()) {
      // Signatures of acts judged before are not looked at again.
      const facts = action.n > family.device.last ? await factsOf(action, deps.site.origin, keysOf) : {};
      acts.push({ action, hash: hashes[i] ?? '', bound: bindAction(action), facts });
    }
    const opened = { device: segment.device, prev: segment.prev, acts };
    const bench = { now: deps.clock(), freshKey: toBase64url(deps.chance(16)), family };
    const judged = await deps.store.judge(needsOfSegment(opened, family), (records) => judgeSegment(records, opened, bench));
    if (judged !== 'again') return judged;
  }
};

/** The keys of the organisations named by the segment's tickets, fetched before any of them is checked. */
const keysFor = async ({ store, keys, site }: PushDeps, segment: Segment): Promise<KeysOf> => {
  const known = new Map<string, readonly string[]>();
  for (const { args } of segment.actions) {
    const scanned = typeof args['ticket'] === 'string' ? sortScan(args['ticket'], site.origin) : undefined;
    if (scanned?.kind !== 'ticket' || known.has(scanned.read.ticket.structure)) continue;
    const { structure } = scanned.read.ticket;
    const signer = await keys.signer(structure);
    // A refusal is for ever: a key that is only out of reach must never become one.
    if (!signer && (await isOurs(store, structure))) throw new Error(`the key of ${structure} is missing`);
    if (signer) known.set(structure, [signer.publicKey]);
  }
  return (structure) => known.get(structure);
};

const isOurs = async (store: RecordStore, structure: StructureId): Promise<boolean> => {
  const scope = scopeOf('s', structure);
  return (await store.read([{ scope, kind: 'structure', id: structure }])).get(scope, 'structure', structure) !== undefined;
};
