import type { Chance } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import { canonicalJson, type Json } from '#base/canonical-json';
import { STARTER_MOULDS, STARTER_QUESTIONNAIRES, STARTER_ROADS } from '#content/starter-kit';
import { type Invitation, SECRET_ID } from '#domain/device';
import type { Event } from '#domain/event';
import { CATALOGUE, type EventId, type PersonId, type StaffId, type StructureId, scopeOf } from '#domain/ids';
import type { Person } from '#domain/person';
import { type Patch, put } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import type { Staff } from '#domain/staff';
import type { Structure } from '#domain/structure';
import { personDid, type Site } from '#protocol/site';
import { secretScope } from './open-card.ts';

/** A fresh 128-bit secret for a card or an invitation. */
export const freshSecret = (chance: Chance): string => toBase64url(chance(16));

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The last part of a person's identifier: 22 unpredictable letters and digits (110 bits) that say nothing about her. */
export const freshSubject = (chance: Chance): string => Array.from(chance(22), (byte) => LETTERS[byte % 32]).join('');

/** Writes patches that depend on nothing. */
export const write = (store: RecordStore, patches: readonly Patch[]): Promise<void> =>
  store.judge(
    patches.map(({ scope, kind, id }) => ({ scope, kind, id })),
    () => ({ patches, answer: undefined }),
  );

/** Puts the starter kit into the catalogue; what is there and the same stays as it is. */
export const installKit = (store: RecordStore): Promise<void> => {
  const kit = [
    ...Object.entries(STARTER_MOULDS).map(([id, body]) => put(CATALOGUE, 'mould', id, body)),
    ...Object.entries(STARTER_ROADS).map(([id, body]) => put(CATALOGUE, 'road', id, body)),
    ...Object.entries(STARTER_QUESTIONNAIRES).map(([id, body]) => put(CATALOGUE, 'questionnaire', id, body)),
  ];
  const needs = (['mould', 'road', 'questionnaire'] as const).map((kind) => ({ scope: CATALOGUE, kind }));
  return store.judge(needs, (records) => ({
    patches: kit.filter(({ kind, id, body }) => !same(records.get(CATALOGUE, kind, id), body)),
    answer: undefined,
  }));
};

const same = (a: unknown, b: unknown): boolean => a !== undefined && canonicalJson(a as Json) === canonicalJson(b as Json);

/** A structure, and the key that scatters its status indexes. */
export const structurePatches = (id: StructureId, structure: Structure, chance: Chance): readonly Patch[] => [
  put(scopeOf('s', id), 'structure', id, structure),
  put(scopeOf('l', id), 'counter', id, { next: 0, key: toBase64url(chance(16)) }),
];

interface NewPerson {
  readonly id: PersonId;
  readonly person: Omit<Person, 'did'>;
  readonly subject: string;
  readonly card: string;
}

/** A person with her identifier, the way back from it to her, her card, and her place among the people of her structure. */
export const personPatches = async (site: Site, { id, person, subject, card }: NewPerson): Promise<readonly Patch[]> => [
  put(scopeOf('p', id), 'person', id, { ...person, did: personDid(site, subject) }),
  put(scopeOf('b', subject), 'page', subject, { person: id }),
  put(scopeOf('s', person.structure), 'member', id, { person: id }),
  put(await secretScope(card), 'card', SECRET_ID, { person: id, state: 'active', failures: 0 }),
];

/** An event, and its place among its structure's plans. */
export const eventPatches = (id: EventId, event: Event): readonly Patch[] => [
  put(scopeOf('e', id), 'event', id, event),
  put(scopeOf('s', event.structure), 'plan', id, { event: id }),
];

/** Somebody of a structure's staff. */
export const staffPatches = (structure: StructureId, id: StaffId, staff: Staff): readonly Patch[] => [
  put(scopeOf('s', structure), 'staff', id, staff),
];

/** An invitation for one device, an organiser's or whose `to` says, until `expires`, or for any number of them (`lasting`, demonstration only). */
export const invitationPatches = async (
  structure: StructureId,
  secret: string,
  end: { readonly expires: number } | { readonly lasting: true },
  to?: Invitation['to'],
): Promise<readonly Patch[]> => [
  put(await secretScope(secret), 'invitation', SECRET_ID, { structure, ...(to && { to }), state: 'active', ...end }),
];
