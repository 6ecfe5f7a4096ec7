import type { Chance } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import { canonicalJson, type Json } from '#base/canonical-json';
import { STARTER_MOULDS, STARTER_ROADS } from '#content/starter-kit';
import type { Event } from '#domain/event';
import { CATALOGUE, type EventId, type PersonId, type StructureId, scopeOf } from '#domain/ids';
import type { Person } from '#domain/person';
import { type Patch, put } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import type { Structure } from '#domain/structure';
import { SECRET_ID, secretScope } from './open-card.ts';
import { personDid, type Site } from './site.ts';

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
  const needs = [
    { scope: CATALOGUE, kind: 'mould' },
    { scope: CATALOGUE, kind: 'road' },
  ] as const;
  return store.judge(needs, (records) => {
    const moulds = Object.entries(STARTER_MOULDS).filter(([id, body]) => !same(records.get(CATALOGUE, 'mould', id), body));
    const roads = Object.entries(STARTER_ROADS).filter(([id, body]) => !same(records.get(CATALOGUE, 'road', id), body));
    const patches = [
      ...moulds.map(([id, body]) => put(CATALOGUE, 'mould', id, body)),
      ...roads.map(([id, body]) => put(CATALOGUE, 'road', id, body)),
    ];
    return { patches, answer: undefined };
  });
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

/** A person with her identifier, the way back from it to her, and her card. */
export const personPatches = async (site: Site, { id, person, subject, card }: NewPerson): Promise<readonly Patch[]> => [
  put(scopeOf('p', id), 'person', id, { ...person, did: personDid(site, subject) }),
  put(scopeOf('b', subject), 'page', subject, { person: id }),
  put(await secretScope(card), 'card', SECRET_ID, { person: id, state: 'active', failures: 0 }),
];

/** An event, and its place among its structure's plans. */
export const eventPatches = (id: EventId, event: Event): readonly Patch[] => [
  put(scopeOf('e', id), 'event', id, event),
  put(scopeOf('s', event.structure), 'plan', id, { event: id }),
];

/** An invitation for one organiser's device until `expires`, or for any number of them (`lasting`, demonstration only). */
export const invitationPatches = async (
  structure: StructureId,
  secret: string,
  end: { readonly expires: number } | { readonly lasting: true },
): Promise<readonly Patch[]> => [put(await secretScope(secret), 'invitation', SECRET_ID, { structure, state: 'active', ...end })];
