import type { Millis } from '#base/ambient';
import { fromBase64url } from '#base/bytes';
import { err, type Result } from '#base/result';
import { allotStatusIndex } from '#credentials/status-index';
import type { bindAction } from '#domain/actions';
import { afterAll } from '#domain/after-all';
import type { Badge } from '#domain/badge';
import type { Actor, Device } from '#domain/device';
import { type BadgeId, type DeviceId, type PersonId, type Scope, scopeOf } from '#domain/ids';
import { type Need, type Patch, put, type Records } from '#domain/record';
import type { Overlay } from '#domain/records';
import type { Refusal } from '#domain/refusal';
import { mayDo } from '#domain/rights';
import type { Facts } from '#domain/rule';
import { counterOf } from '#domain/sealing';
import type { Action } from '#protocol/action';
import type { ProblemCode } from '#protocol/problem';
import type { Acknowledgement } from '#protocol/sync';
import { doneByOthers, type Family, familyIn, familyNeeds, needsOfDone, refusedToOthers, sameMembers, tailOf } from './device-family.ts';
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

/** What the server itself puts into a judgement. */
export interface Bench {
  readonly now: Millis;
  /** Scatters the status indexes of a new issuer. */
  readonly freshKey: string;
  /** The device's family as it was when the needs were made out. */
  readonly family: Family;
}

/** A phone's clock may be ahead by this much before the server's own time is taken instead. */
const AHEAD_MS = 60_000;

/** All that judging may look at; device and family are those read before, and are looked at again inside. */
export const needsOfSegment = ({ device, acts }: Opened, family: Family): readonly Need[] => {
  const own = scopeOf('d', device);
  const end = acts.at(-1)?.action.n ?? 0;
  const { actor } = family.device;
  return each([
    ...familyNeeds(device, family.root),
    { scope: own, kind: 'head', id: String(end) },
    ...acts.flatMap(({ bound, facts }) => (bound.ok ? bound.value.needs({ actor, facts }) : [])),
    ...acts.flatMap(({ facts }) => (facts.ticket ? [counterOf(facts.ticket.ticket.structure)] : [])),
    ...needsOfDone(
      device,
      family,
      acts.map(({ action }) => action.id),
    ),
  ]);
};

// Acts of one segment look at much the same: each record is loaded once.
const each = (needs: readonly Need[]): readonly Need[] => [
  ...new Map(needs.map((need) => [`${need.scope} ${need.kind} ${need.id ?? ''}`, need])).values(),
];

/**
 * Judges a segment (protocol.md "Push"): what was judged before is skipped if it is the very same chain, else `Fork`; a hole is a `Gap`;
 * a refused act counts and leaves its reason, so that the queue never blocks. `again`: the device's family has grown meanwhile.
 */
export const judgeSegment = (records: Records, opened: Opened, bench: Bench): { patches: readonly Patch[]; answer: Judged | 'again' } => {
  const scope = scopeOf('d', opened.device);
  const family = familyIn(records, opened.device);
  if (!family) return refuse('SignInNeeded');
  const { device } = family;
  if (device.revoked) return refuse('DeviceEnded');
  if (!sameMembers(family, bench.family)) return { patches: [], answer: 'again' };
  const problem = chainProblem(records, scope, device, opened);
  if (problem) return refuse(problem);
  const fresh = opened.acts.filter(({ action }) => action.n > device.last);
  const end = fresh.at(-1);
  if (!end) return { patches: [], answer: accepted(opened.device, device, []) };
  const judged = judgeActs(records, opened, fresh, bench);
  const after: Device = { ...device, last: end.action.n, head: end.hash };
  const patches = [
    ...judged.flatMap((one) => one.patches),
    put(scope, 'device', opened.device, after),
    put(scope, 'head', String(end.action.n), { hash: end.hash, ids: fresh.map(({ action }) => tailOf(action.id)) }),
  ];
  const claimed = judged.flatMap((one) => one.claimed);
  return { patches, answer: accepted(opened.device, after, claimed) };
};

const judgeActs = (records: Records, opened: Opened, fresh: readonly Act[], bench: Bench): readonly JudgedAct[] => {
  const layer = overlayOn(records, needsOfSegment(opened, bench.family));
  const done = doneByOthers(records, opened.device, bench.family);
  return fresh.map((act) => {
    if (!done.has(tailOf(act.action.id))) return judgeAct(layer, act, opened.device, bench);
    // Brought before the chain forked: it had its effect then, and only its refusal is told again.
    const refusal = refusedToOthers(records, opened.device, bench.family, act.action.id);
    return { patches: refusal ? [refusalOf(opened.device, act, refusal)] : [], claimed: [] };
  });
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

const refusalOf = (device: DeviceId, { action: { n, id } }: Act, refusal: Refusal): Patch =>
  put(scopeOf('d', device), 'refusal', id, { n, action: id, refusal });

const judgeAct = (layer: Overlay, act: Act, device: DeviceId, bench: Bench): JudgedAct => {
  const decided = decide(layer, act, bench.family.device.actor, device, bench.now);
  if (!decided.ok) return { patches: [refusalOf(device, act, decided.error)], claimed: [] };
  const claimed = decided.value.filter((patch) => mustBeSealed(layer, patch));
  const jobs = claimed.flatMap((patch) => {
    const patches = sealingOf(layer, patch, bench.now, bench.freshKey);
    layer.apply(patches);
    return patches;
  });
  layer.apply(decided.value);
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
  const at = action.at > now + AHEAD_MS ? clamped(action.at, now, layer, bound.value.needs({ actor, facts })) : action.at;
  return bound.value.decide(layer, { place: 'server', now, at, actor, device, facts });
};

// Taken back to now, but never before what the act follows: two acts of a phone that is a minute ahead keep their order, and so do
// somebody's act and the answer to it when the server's own clock was set back.
const clamped = (at: Millis, now: Millis, layer: Overlay, needs: readonly Need[]): Millis =>
  Math.max(now, Math.min(at, afterAll(layer, needs)));

/** A badge that is new, or sealed and now of another level. One that waits for its seal already gets it as it is then. */
const mustBeSealed = (layer: Overlay, { scope, kind, id, body }: Patch): boolean =>
  kind === 'badge' && (body as Badge | null)?.step === 'claimed' && layer.get(scope, 'badge', id)?.step !== 'claimed';

/**
 * What goes with a badge to seal in the same transaction: its place in the status list (the one it has, if it was sealed before), the work of
 * sealing it, the way to its page.
 */
const sealingOf = (layer: Overlay, { scope, id, body }: Patch, now: Millis, freshKey: string): readonly Patch[] => {
  const { structure } = body as unknown as Badge;
  const person = scope.slice(2) as PersonId;
  const job = (statusIndex: number) => put(jobScope(id as BadgeId), 'job', id, { person, structure, statusIndex, at: now });
  const before = layer.get(scope, 'badge', id);
  if (before?.step === 'sealed' && before.statusIndex !== undefined) return [job(before.statusIndex)];
  const place = counterOf(structure);
  const counter = layer.get(place.scope, 'counter', place.id) ?? { next: 0, key: freshKey };
  const statusIndex = allotStatusIndex(counter.next, fromBase64url(counter.key) ?? new Uint8Array(0));
  return [
    put(place.scope, 'counter', place.id, { ...counter, next: counter.next + 1 }),
    job(statusIndex),
    put(scopeOf('b', id), 'page', id, { person }),
  ];
};

/** Sealing jobs stand in sixteen scopes, so that no one counter is everybody's. */
export const jobScope = (badge: BadgeId): Scope => scopeOf('j', badge.slice(-1));
