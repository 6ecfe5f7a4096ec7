import type { Event } from '#domain/event';
import type { EventId, MouldId, PersonId, StaffId, StructureId } from '#domain/ids';
import type { Person } from '#domain/person';
import type { Staff } from '#domain/staff';
import type { Structure } from '#domain/structure';

/**
 * The demonstration network: made-up people, fixed ids and fixed secrets, so that tests and newcomers find the same thing every time.
 * It is only ever installed where the public address is http://localhost (server/demo.ts).
 */
export const DEMO_NETWORK = {
  id: 'inae' as StructureId,
  structure: { name: 'INAE Nouvelle-Aquitaine', kind: 'network', city: 'Bordeaux' },
} as const satisfies {
  id: StructureId;
  structure: Structure;
};

export const DEMO_STRUCTURE = {
  id: 'jardins-de-pessac' as StructureId,
  structure: { name: 'Les Jardins de Pessac', kind: 'siae', city: 'Pessac' },
} as const satisfies {
  id: StructureId;
  structure: Structure;
};

/** One person of the demonstration; `did` is made from `subject` and the host. */
interface DemoPerson {
  readonly id: PersonId;
  readonly person: Omit<Person, 'did'>;
  /** Last part of her identifier, 22 characters. */
  readonly subject: string;
  /** What her card's QR holds after `/c#`. */
  readonly card: string;
}

const structure = DEMO_STRUCTURE.id;

export const DEMO_PEOPLE: readonly [DemoPerson, DemoPerson, DemoPerson] = [
  {
    id: '01900000-0000-7000-8000-00000000a001' as PersonId,
    person: { firstName: 'Amina', figure: 'figure-01', mark: 'drop', structure },
    subject: 'demo3amina3demo3amina3',
    card: 'demo-card-amina-000001',
  },
  {
    id: '01900000-0000-7000-8000-00000000a002' as PersonId,
    person: { firstName: 'Karim', figure: 'figure-08', mark: 'cup', structure },
    subject: 'demo3karim3demo3karim3',
    card: 'demo-card-karim-000002',
  },
  {
    id: '01900000-0000-7000-8000-00000000a003' as PersonId,
    person: { firstName: 'René', figure: 'figure-15', mark: 'bridge', structure },
    subject: 'demo3rene33demo3rene33',
    card: 'demo-card-rene-0000003',
  },
];

/** What Nadia finds after `/o#` when she organises. */
export const DEMO_INVITATION = 'demo-organiser-nadia-1';

/** Nadia, who goes with the three of them, and what she finds after `/o#` then. */
export const DEMO_ADVISOR = {
  id: '01900000-0000-7000-8000-00000000f001' as StaffId,
  staff: { face: { firstName: 'Nadia', figure: 'figure-05', mark: 'leaf' } },
  invitation: 'demo-advisor-nadia-001',
} as const satisfies { id: StaffId; staff: Staff; invitation: string };

/** An event that is open whenever the demonstration is started. */
export const DEMO_EVENT = {
  id: '01900000-0000-7000-8000-00000000e001' as EventId,
  event: {
    title: 'Journée des métiers',
    place: 'Pessac',
    structure,
    mould: 'je-participe' as MouldId,
    draw: { shape: 'rosette', hue: 'gold', picture: 'event', title: 'Journée des métiers' },
    opens: Date.UTC(2025, 0, 1),
    closes: Date.UTC(2099, 0, 1),
  },
} as const satisfies { id: EventId; event: Event };
