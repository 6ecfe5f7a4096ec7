import type { Draw } from '#domain/draw';
import { CATALOGUE, type PersonId, type StaffId, type StructureId, scopeOf } from '#domain/ids';
import type { Face } from '#domain/person';
import type { Need, Records } from '#domain/record';
import { isWaiting, type Request } from '#domain/request';
import type { Safety } from './badge-view.ts';
import { lastActOf, type Said, safetyOf, type Waiting } from './safety.ts';

/** A badge somebody asked for, as it stands in a list. */
export interface AskedInList {
  readonly request: string;
  readonly person: string;
  readonly face: Face;
  readonly draw: Draw;
  readonly step: Request['step'];
  /** When it was asked for; once it was answered, when that was. */
  readonly at: number;
  /** Where what this device said about it is. */
  readonly safety: Safety;
  readonly shows: { readonly [kind in 'photo' | 'video' | 'voice' | 'attestation' | 'witness']: boolean };
}

/** Somebody the structure goes with. */
export interface PersonInList {
  readonly id: string;
  readonly face: Face;
  readonly badges: number;
  /** She waits for an answer. */
  readonly waits: boolean;
}

/** What an advisor's device opens with: what waits for an answer, what was answered, and the people. */
export interface ToSeeView {
  /** Who the advisor is, as people see it. */
  readonly me: Face | undefined;
  readonly structure: string | undefined;
  /** Longest waiting first. */
  readonly toSee: readonly AskedInList[];
  /** Latest first. */
  readonly answered: readonly AskedInList[];
  /** By first name. */
  readonly people: readonly PersonInList[];
}

/** What must be read first: whom the structure goes with. */
export const peopleNeeds = (structure: StructureId, staff: StaffId): readonly Need[] => [
  { scope: scopeOf('s', structure), kind: 'member' },
  { scope: scopeOf('s', structure), kind: 'staff', id: staff },
  { scope: CATALOGUE, kind: 'issuer', id: structure },
];

/** What must be read for the people that `records` (of `peopleNeeds`) name. */
export const toSeeNeeds = (structure: StructureId, staff: StaffId, records: Records): readonly Need[] => [
  ...peopleNeeds(structure, staff),
  { scope: CATALOGUE, kind: 'mould' },
  ...peopleOf(structure, records).flatMap((person): Need[] => {
    const scope = scopeOf('p', person);
    return [
      { scope, kind: 'person', id: person },
      { scope, kind: 'request' },
      { scope, kind: 'badge' },
      { scope, kind: 'evidence' },
      { scope, kind: 'witness' },
    ];
  }),
];

export interface ToSeeSource {
  readonly structure: StructureId;
  readonly staff: StaffId;
  readonly records: Records;
  readonly outbox: readonly Waiting[];
  readonly progress: Said;
}

/** Answers older than the latest few are found with their person. */
const ANSWERED = 8;

/** An advisor's requests and people. Whoever this device does not know yet (nothing pulled) is left out. */
export const toSeeView = (source: ToSeeSource): ToSeeView => {
  const { structure, staff, records } = source;
  const people = peopleOf(structure, records).flatMap((id) => personInList(id, source) ?? []);
  const asked = people.flatMap(({ id, face }) => askedBy(id as PersonId, face, source));
  const open = asked.filter(({ step }) => OPEN.has(step));
  return {
    me: records.get(scopeOf('s', structure), 'staff', staff)?.face,
    structure: records.get(CATALOGUE, 'issuer', structure)?.name,
    toSee: open.toSorted((a, b) => a.at - b.at),
    answered: asked
      .filter(({ step }) => !OPEN.has(step))
      .toSorted((a, b) => b.at - a.at)
      .slice(0, ANSWERED),
    people: people.toSorted((a, b) => a.face.firstName.localeCompare(b.face.firstName)),
  };
};

const OPEN: ReadonlySet<string> = new Set(['sent', 'looking', 'talk']);

const peopleOf = (structure: StructureId, records: Records): readonly PersonId[] =>
  records.list(scopeOf('s', structure), 'member').map(({ body }) => body.person);

const personInList = (id: PersonId, { records, structure }: ToSeeSource): PersonInList | null => {
  const scope = scopeOf('p', id);
  const person = records.get(scope, 'person', id);
  if (!person) return null;
  const { firstName, figure, mark } = person;
  const waits = records.list(scope, 'request').some(({ body }) => body.structure === structure && isWaiting(body));
  return { id, face: { firstName, figure, mark }, badges: records.list(scope, 'badge').length, waits };
};

const askedBy = (person: PersonId, face: Face, { records, structure, outbox, progress }: ToSeeSource): readonly AskedInList[] => {
  const scope = scopeOf('p', person);
  const evidence = new Map(records.list(scope, 'evidence').map(({ id, body }) => [id, body.shown.kind]));
  const seen = new Set<string>(records.list(scope, 'witness').flatMap(({ body }) => (body.step === 'seen' ? body.about : [])));
  return records.list(scope, 'request').flatMap(({ id, body }): AskedInList[] => {
    const mould = records.get(CATALOGUE, 'mould', body.mould);
    // What gave itself, or was taken back, is nobody's to look at.
    if (body.structure !== structure || body.step === 'taken-back' || (body.step === 'given' && !body.by) || !mould) return [];
    const kinds = new Set(body.evidence.map((one) => evidence.get(one)));
    return [
      {
        request: id,
        person,
        face,
        draw: mould.draw,
        step: body.step,
        at: isWaiting(body) ? body.at : answeredAt(body),
        safety: safetyOf(lastActOf({ request: id }, outbox), progress),
        shows: {
          photo: kinds.has('photo'),
          video: kinds.has('video'),
          voice: kinds.has('voice'),
          attestation: kinds.has('attestation'),
          witness: seen.has(body.reflection),
        },
      },
    ];
  });
};

const answeredAt = (request: Request): number => ('by' in request && request.by ? request.by.at : request.at);
