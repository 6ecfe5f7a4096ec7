import type { Draw } from '#domain/draw';
import { inLocale } from '#domain/draw';
import { CATALOGUE, type PersonId, type StructureId, scopeOf } from '#domain/ids';
import type { Level } from '#domain/level';
import { giverOf } from '#domain/mould';
import type { Face } from '#domain/person';
import type { Need, Records } from '#domain/record';
import type { Safety } from './badge-view.ts';
import { lastActOf, type Said, safetyOf, type Waiting } from './safety.ts';

/** A person as an advisor sees her: what she holds, and what can be given to her on the spot. */
export interface DossierView {
  readonly person: string;
  readonly face: Face;
  readonly held: readonly { readonly id: string; readonly draw: Draw; readonly level: 0 | Level; readonly safety: Safety }[];
  /** By road; those without one come last. */
  readonly roads: readonly { readonly title: string; readonly moulds: readonly GiveableView[] }[];
}

/** A badge an advisor may give. */
export interface GiveableView {
  readonly mould: string;
  readonly draw: Draw;
  readonly criteria: string;
  readonly levels: 0 | 3;
  readonly held: Level | undefined;
  /** Held at its highest: nothing more of it can be given. */
  readonly whole: boolean;
}

/** What must be read for one person. */
export const dossierNeeds = (person: PersonId): readonly Need[] => [
  { scope: scopeOf('p', person), kind: 'person', id: person },
  { scope: scopeOf('p', person), kind: 'badge' },
  { scope: CATALOGUE, kind: 'mould' },
  { scope: CATALOGUE, kind: 'road' },
];

export interface DossierSource {
  readonly person: PersonId;
  readonly structure: StructureId;
  readonly records: Records;
  readonly outbox: readonly Waiting[];
  readonly progress: Said;
  readonly locale: string;
}

/** One person; null when this device does not know her. */
export const dossierView = (source: DossierSource): DossierView | null => {
  const { person, structure, records, outbox, progress, locale } = source;
  const scope = scopeOf('p', person);
  const who = records.get(scope, 'person', person);
  if (!who) return null;
  const { firstName, figure, mark } = who;
  return {
    person,
    face: { firstName, figure, mark },
    held: records
      .list(scope, 'badge')
      .toSorted((a, b) => b.body.at - a.body.at)
      .map(({ id, body }) => ({
        id,
        draw: body.draw,
        level: body.level ?? 0,
        safety: safetyOf(lastActOf({ badge: id }, outbox) ?? lastActOf({ person, mould: body.mould }, outbox), progress),
      })),
    roads: giveableByRoad({ person, structure, records, locale }),
  };
};

const giveableByRoad = (source: Omit<DossierSource, 'outbox' | 'progress'>): DossierView['roads'] => {
  const { records, locale } = source;
  const moulds = giveable(source);
  const roads = records
    .list(CATALOGUE, 'road')
    .toSorted((a, b) => (a.body.place ?? 0) - (b.body.place ?? 0))
    .map(({ id, body }) => ({
      title: inLocale(body.title, locale),
      moulds: moulds.filter(({ road }) => road === id).map(({ view }) => view),
    }));
  const others = { title: '', moulds: moulds.filter(({ road }) => road === undefined).map(({ view }) => view) };
  return [...roads, others].filter((road) => road.moulds.length > 0);
};

const giveable = ({ person, structure, records, locale }: Omit<DossierSource, 'outbox' | 'progress'>) => {
  const badges = records.list(scopeOf('p', person), 'badge');
  return records
    .list(CATALOGUE, 'mould')
    .filter(({ body }) => giverOf(body) === 'staff')
    .map(({ id, body }) => {
      const held = badges.find((badge) => badge.body.mould === id && badge.body.structure === structure)?.body;
      const view: GiveableView = {
        mould: id,
        draw: body.draw,
        criteria: inLocale(body.criteria, locale),
        levels: body.levels,
        held: held?.level,
        whole: held !== undefined && (body.levels === 0 || held.level === 3),
      };
      return { road: body.road, view };
    });
};
