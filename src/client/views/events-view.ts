import type { Draw } from '#domain/draw';
import type { Event } from '#domain/event';
import { CATALOGUE, type StructureId, scopeOf } from '#domain/ids';
import type { Need, Records } from '#domain/record';

/** What the organiser's page shows of its event. */
export interface EventView {
  readonly id: string;
  readonly title: string;
  readonly place: string | undefined;
  readonly structure: string;
  readonly draw: Draw;
  readonly opens: number;
  readonly closes: number;
  readonly state: 'early' | 'open' | 'over';
  /** Claims received so far. */
  readonly claims: number;
  /** When the counter was last true. */
  readonly asOf: number;
}

/** What must be read first: which events there are. */
export const plansNeeds = (structure: StructureId): readonly Need[] => [
  { scope: scopeOf('s', structure), kind: 'plan' },
  { scope: CATALOGUE, kind: 'issuer', id: structure },
];

/** What must be read for the events that `records` (of `plansNeeds`) plan. */
export const eventsNeeds = (structure: StructureId, records: Records): readonly Need[] => [
  ...plansNeeds(structure),
  ...plannedEvents(structure, records).flatMap((id): Need[] => [
    { scope: scopeOf('e', id), kind: 'event', id },
    { scope: scopeOf('e', id), kind: 'claim' },
  ]),
];

/** A structure's events: those that are open first, then those to come, the nearest first, then those that are over. `asOf`: when the server was last heard. */
export const eventsView = (structure: StructureId, records: Records, now: number, asOf: number): readonly EventView[] =>
  plannedEvents(structure, records)
    .flatMap((id) => {
      const event = records.get(scopeOf('e', id), 'event', id);
      return event ? [eventView(id, event, records, now, asOf)] : [];
    })
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.state === 'over' ? b.opens - a.opens : a.opens - b.opens));

const ORDER = { open: 0, early: 1, over: 2 } as const;

const plannedEvents = (structure: StructureId, records: Records): readonly string[] =>
  records.list(scopeOf('s', structure), 'plan').map(({ body }) => body.event);

const eventView = (id: string, event: Event, records: Records, now: number, asOf: number): EventView => ({
  id,
  title: event.title,
  place: event.place,
  structure: records.get(CATALOGUE, 'issuer', event.structure)?.name ?? '',
  draw: event.draw,
  opens: event.opens,
  closes: event.closes,
  state: now < event.opens ? 'early' : now < event.closes ? 'open' : 'over',
  claims: records.list(scopeOf('e', id), 'claim').length,
  asOf,
});
