import type { Clock } from '#base/ambient';
import { err, ok, type Result } from '#base/result';
import { methodId } from '#credentials/did-document';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { type BadgeId, CATALOGUE, type Scope, scopeOf } from '#domain/ids';
import { type Patch, put, remove } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import type { SealingJob } from '#domain/sealing';
import { awardOf } from '#protocol/award-of';
import { issuerDid, type Site } from '#protocol/site';
import type { KeyProvider } from './certify-device.ts';
import { jobScope } from './judge-segment.ts';

export interface SealDeps {
  readonly store: RecordStore;
  readonly keys: KeyProvider;
  readonly site: Site;
  readonly clock: Clock;
}

/** Why a badge cannot be sealed now; its job stays and is tried again. */
export interface SealProblem {
  readonly type: 'RecordMissing' | 'KeyMissing' | 'NoMeaning';
  readonly badge: BadgeId;
}

/**
 * Signs the credential of a badge that was claimed or given, or has reached another level (a "sealing job"). Durable and idempotent: however often it is run, killed or run twice at once,
 * there is one credential, and the job goes in the transaction that brings it.
 */
export const sealBadge = async (deps: SealDeps, badge: BadgeId): Promise<Result<void, SealProblem>> => {
  const scope = jobScope(badge);
  const job = (await deps.store.read([{ scope, kind: 'job', id: badge }])).get(scope, 'job', badge);
  if (!job) return ok(undefined);
  const now = deps.clock();
  const signed = await credentialOf(deps, badge, job, now);
  if (!signed.ok) return signed;
  const { credential, of } = signed.value;
  const own = scopeOf('p', job.person);
  const needs = [
    { scope: own, kind: 'badge', id: badge },
    { scope: own, kind: 'credential', id: badge },
    { scope, kind: 'job', id: badge },
  ] as const;
  const sealed = await deps.store.judge(needs, (records): { patches: readonly Patch[]; answer: 'done' | 'again' } => {
    const held = records.get(own, 'badge', badge);
    const done = records.get(scope, 'job', badge) === undefined;
    if (done || held?.step !== 'claimed') return { patches: done ? [] : [remove(scope, 'job', badge)], answer: 'done' };
    // It reached another level while this credential was signed.
    if (held.at !== of.at || held.level !== of.level) return { patches: [], answer: 'again' };
    const patches = [
      put(own, 'badge', badge, { ...held, step: 'sealed', sealedAt: now, statusIndex: job.statusIndex }),
      put(own, 'credential', badge, { credential }),
      remove(scope, 'job', badge),
    ];
    return { patches, answer: 'done' };
  });
  return sealed === 'again' ? sealBadge(deps, badge) : ok(undefined);
};

/** The credential, and the badge it was made of. */
const credentialOf = async (deps: SealDeps, id: BadgeId, job: SealingJob, now: number) => {
  const parts = await partsOf(deps.store, id, job);
  if (!parts) return err<SealProblem>({ type: 'RecordMissing', badge: id });
  const signer = await deps.keys.signer(job.structure);
  if (!signer) return err<SealProblem>({ type: 'KeyMissing', badge: id });
  const unsigned = buildOpenBadge(awardOf(deps.site, { ...parts, id, structureId: job.structure, statusIndex: job.statusIndex, now }));
  const signed = await issueBadge(unsigned, signer, methodId(issuerDid(deps.site, job.structure), signer.publicKey), now);
  return signed.ok ? ok({ credential: signed.value, of: parts.badge }) : err<SealProblem>({ type: 'NoMeaning', badge: id });
};

const partsOf = async (store: RecordStore, id: BadgeId, job: SealingJob) => {
  const own = scopeOf('p', job.person);
  const home = scopeOf('s', job.structure);
  const mine = await store.read([
    { scope: own, kind: 'badge', id },
    { scope: own, kind: 'person', id: job.person },
    { scope: home, kind: 'structure', id: job.structure },
  ]);
  const [badge, person, structure] = [
    mine.get(own, 'badge', id),
    mine.get(own, 'person', job.person),
    mine.get(home, 'structure', job.structure),
  ];
  if (!badge || !person || !structure) return null;
  const eventScope: Scope | undefined = badge.event && scopeOf('e', badge.event);
  const mouldNeed = { scope: CATALOGUE, kind: 'mould', id: badge.mould } as const;
  const given = await store.read(
    eventScope && badge.event ? [mouldNeed, { scope: eventScope, kind: 'event', id: badge.event }] : [mouldNeed],
  );
  const mould = given.get(CATALOGUE, 'mould', badge.mould);
  const event = eventScope && badge.event ? given.get(eventScope, 'event', badge.event) : undefined;
  return mould ? { badge, person, structure, mould, event } : null;
};

/** Runs every sealing job there is (start-up, timer); gives the problems of those that remain. */
export const sealLeftovers = async (deps: SealDeps): Promise<readonly SealProblem[]> => {
  const problems: SealProblem[] = [];
  for (const scope of await deps.store.scopes('j')) {
    const jobs = (await deps.store.read([{ scope, kind: 'job' }])).list(scope, 'job');
    for (const { id } of jobs) {
      const sealed = await sealBadge(deps, id as BadgeId);
      if (!sealed.ok) problems.push(sealed.error);
    }
  }
  return problems;
};
