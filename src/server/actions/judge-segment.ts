import type { Millis } from '#base/ambient';
import { fromBase64url } from '#base/bytes';
import { err, type Result } from '#base/result';
import { allotStatusIndex } from '#credentials/status-index';
import type { bindAction } from '#domain/actions';
import type { Badge } from '#domain/badge';
import type { Actor, Device } from '#domain/device';
import { type BadgeId, type DeviceId, type PersonId, type Scope, type StructureId, scopeOf } from '#domain/ids';
import { type Need, type Patch, put, type Records } from '#domain/record';
import type { Overlay } from '#domain/records';
import type { Refusal } from '#domain/refusal';
import { mayDo } from '#domain/rights';
import type { Facts } from '#domain/rule';
import type { Action } from '#protocol/action';
import type { ProblemCode } from '#protocol/problem';
import type { Acknowledgement } from '#protocol/sync';
import { overlayOn } from './overlay-on.ts';

/** An act of a segment with all that had to be found out before judging. */
export interface Act {
  readonly action: Action;
  /** The chain's hash after it. */
  readonly hash: string;
  readonly bound: ReturnType<typeof bindAction>;
  readonly facts: Facts;
}

/** A segment whose signature is its device's. */
export interface Opened {
  readonly device: DeviceId;
  readonly prev: string;
  readonly acts: readonly Act[];
}

export type Judged = Result<{ readonly acknowledged: Acknowledgement; readonly claimed: readonly BadgeId[] }, ProblemCode>;

/** A phone's clock may be ahead by this much before the server's own time is taken instead. */
const AHEAD_MS = 60_000;

/** All that judging may look at; the actor is the one read before, and is looked at again inside. */
export const needsOfSegment = ({ device, acts }: Opened, actor: Actor): readonly Need[] => {
  const own = scopeOf('d', device);
  const end = acts.at(-1)?.action.n ?? 0;
  return [
    { scope: own, kind: 'device', id: device },
    { scope: own, kind: 'head', id: String(end) },
    ...acts.flatMap(({ bound, facts }) => (bound.ok ? bound.value.needs({ actor, facts }) : [])),
    ...acts.flatMap(({ facts }) => (facts.ticket ? [counterOf(facts.ticket.ticket.structure)] : [])),
  ];
};

const counterOf = (structure: StructureId) => ({ scope: scopeOf('l', structure), kind: 'counter', id: structure }) as const;

/**
 * Judges a segment (protocol.md "Push"): what was judged before is skipped if it is the very same chain, else `Fork`; a hole is a `Gap`;
 * a refused act counts and leaves its reason, so that the queue never blocks. `freshKey` scatters the status indexes of a new issuer.
 */
export const judgeSegment = (
  records: Records,
  opened: Opened,
  now: Millis,
  freshKey: string,
): { patches: readonly Patch[]; answer: Judged } => {
  const scope = scopeOf('d', opened.device);
  const device = records.get(scope, 'device', opened.device);
  if (!device) return refuse('SignInNeeded');
  if (device.revoked) return refuse('NotAllowed');
  const problem = chainProblem(records, scope, device, opened);
  if (problem) return refuse(problem);
  const fresh = opened.acts.filter(({ action }) => action.n > device.last);
  const end = fresh.at(-1);
  if (!end) return { patches: [], answer: accepted(opened.device, device, []) };
  const layer = overlayOn(records, needsOfSegment(opened, device.actor));
  const judged = fresh.map((act) => judgeAct(layer, act, device.actor, opened.device, now, freshKey));
  const after: Device = { ...device, last: end.action.n, head: end.hash };
  const patches = [
    ...judged.flatMap((one) => one.patches),
    put(scope, 'device', opened.device, after),
    put(scope, 'head', String(end.action.n), { hash: end.hash }),
  ];
  return {
    patches,
    answer: accepted(
      opened.device,
      after,
      judged.flatMap((one) => one.claimed),
    ),
  };
};

const refuse = (code: ProblemCode): { patches: readonly Patch[]; answer: Judged } => ({ patches: [], answer: err(code) });

const accepted = (id: DeviceId, { last, head }: Device, claimed: readonly BadgeId[]): Judged => ({
  ok: true,
  value: { acknowledged: { device: id, last, head }, claimed },
});

const chainProblem = (records: Records, scope: Scope, { last, head }: Device, { prev, acts }: Opened): 'Gap' | 'Fork' | null => {
  const first = acts[0]?.action.n ?? 0;
  if (first > last + 1) return 'Gap';
  if (first === last + 1) return prev === head ? null : 'Fork';
  const end = acts.at(-1)?.action.n ?? 0;
  // The last act both sides have: its hash covers all before it. Where no segment ended there nothing can be compared, and a fork is the safe guess.
  const met = Math.min(end, last);
  const known = met === last ? head : records.get(scope, 'head', String(met))?.hash;
  return known === acts[met - first]?.hash ? null : 'Fork';
};

interface JudgedAct {
  readonly patches: readonly Patch[];
  readonly claimed: readonly BadgeId[];
}

const judgeAct = (layer: Overlay, act: Act, actor: Actor, device: DeviceId, now: Millis, freshKey: string): JudgedAct => {
  const decided = decide(layer, act, actor, device, now);
  if (!decided.ok) {
    const { n, id } = act.action;
    return { patches: [put(scopeOf('d', device), 'refusal', id, { n, action: id, refusal: decided.error })], claimed: [] };
  }
  const claimed = decided.value.filter((patch) => isNewClaim(layer, patch));
  layer.apply(decided.value);
  const jobs = claimed.flatMap((patch) => {
    const patches = sealingOf(layer, patch, now, freshKey);
    layer.apply(patches);
    return patches;
  });
  return { patches: [...decided.value, ...jobs], claimed: claimed.map(({ id }) => id as BadgeId) };
};

const decide = (
  layer: Overlay,
  { action, bound, facts }: Act,
  actor: Actor,
  device: DeviceId,
  now: Millis,
): Result<readonly Patch[], Refusal> => {
  if (!bound.ok) return bound;
  if (!mayDo(actor.role, action.name)) return err({ type: 'NotYours' });
  const at = action.at > now + AHEAD_MS ? now : action.at;
  return bound.value.decide(layer, { place: 'server', now, at, actor, device, facts });
};

const isNewClaim = (layer: Overlay, { scope, kind, id, body }: Patch): boolean =>
  kind === 'badge' && (body as Badge | null)?.step === 'claimed' && layer.get(scope, 'badge', id) === undefined;

/** What goes with a claimed badge in the same transaction: its place in the status list, the work of sealing it, the way to its page. */
const sealingOf = (layer: Overlay, { scope, id, body }: Patch, now: Millis, freshKey: string): readonly Patch[] => {
  const { structure } = body as unknown as Badge;
  const person = scope.slice(2) as PersonId;
  const place = counterOf(structure);
  const counter = layer.get(place.scope, 'counter', place.id) ?? { next: 0, key: freshKey };
  const statusIndex = allotStatusIndex(counter.next, fromBase64url(counter.key) ?? new Uint8Array(0));
  return [
    put(place.scope, 'counter', place.id, { ...counter, next: counter.next + 1 }),
    put(jobScope(id as BadgeId), 'job', id, { person, structure, statusIndex, at: now }),
    put(scopeOf('b', id), 'page', id, { person }),
  ];
};

/** Sealing jobs stand in sixteen scopes, so that no one counter is everybody's. */
export const jobScope = (badge: BadgeId): Scope => scopeOf('j', badge.slice(-1));
