import type { Check, ClientStore, Identity, Progress } from '#client/sync/client-store';
import { badgesNeeds, badgesView } from '#client/views/badges-view';
import { eventsNeeds, eventsView, plansNeeds } from '#client/views/events-view';
import { receivedView } from '#client/views/received-view';
import { refusalsNeeds, refusalsView } from '#client/views/refusals-view';
import { pendingNeeds, pendingView } from '#client/views/requests-view';
import { roadsNeeds, roadsView } from '#client/views/roads-view';
import { safetyOfAll } from '#client/views/safety';
import { type DeviceId, type PersonId, type StructureId, scopeOf } from '#domain/ids';
import { NOBODY, type Seen } from './seen.ts';

/** What the device keeps: as screens show it, and what the engine must know of it. */
export interface Projected {
  readonly seen: Seen;
  readonly identity: Identity | undefined;
  /** Is there a signed credential this device has not checked yet, or could not decide about? */
  readonly toCheck: boolean;
}

/** Reads the store and projects it for the screens. `now`: the device's own time. */
export const project = async (store: ClientStore, progress: Progress, locale: string, now: number): Promise<Projected> => {
  const [identity, outbox] = await Promise.all([store.identity(), store.outbox()]);
  const safety = safetyOfAll(outbox, progress);
  if (!identity) return { seen: { ...NOBODY, safety }, identity, toCheck: false };
  const { actor, device } = identity;
  if (actor.role !== 'person')
    return { seen: { ...NOBODY, who: actor.role, ...(await ofStructure(actor.structure)), safety }, identity, toCheck: false };
  const { toCheck, ...held } = await ofPerson(actor.person, device);
  return { seen: { ...NOBODY, who: actor.role, ...held, safety }, identity, toCheck };

  async function ofPerson(person: PersonId, device: DeviceId) {
    const scope = scopeOf('p', person);
    const needs = [
      ...badgesNeeds(person),
      ...roadsNeeds(person),
      ...refusalsNeeds(device),
      ...pendingNeeds(person),
      { scope, kind: 'person' as const, id: person },
    ];
    const [records, checks] = await Promise.all([store.read(needs), store.checks()]);
    const badges = badgesView({ person, records, outbox, progress, checks, locale });
    const toCheck = records
      .list(scope, 'badge')
      .some(({ id, body }) => body.step === 'sealed' && !isSettled(checks.get(id), body.sealedAt));
    return {
      person: records.get(scope, 'person', person),
      badges,
      roads: roadsView(person, records, locale),
      refusals: refusalsView(device, records),
      received: receivedView(person, records),
      pending: pendingView(person, records),
      toCheck,
    };
  }

  async function ofStructure(structure: StructureId) {
    const plans = await store.read(plansNeeds(structure));
    const records = await store.read(eventsNeeds(structure, plans));
    return { events: eventsView(structure, records, now, progress.serverTime) };
  }
};

const isSettled = (check: Check | undefined, sealedAt: number): boolean => check?.of === sealedAt && check.verdict !== 'unknown';
