import { inLocale } from '#domain/draw';
import { CATALOGUE, type PersonId, scopeOf } from '#domain/ids';
import { type Road, roadStanding } from '#domain/mould';
import type { Need, Records } from '#domain/record';
import type { RoadView } from './badge-view.ts';

/** What must be read for the roads. */
export const roadsNeeds = (person: PersonId): readonly Need[] => [
  { scope: scopeOf('p', person), kind: 'badge' },
  { scope: CATALOGUE, kind: 'mould' },
  { scope: CATALOGUE, kind: 'road' },
];

/**
 * The roads of the catalogue with what this person holds of them: those she is on first, the furthest before, then those to begin, then those
 * walked to their end. A road whose key badge is unknown here is not shown; an unknown petal is left out.
 */
export const roadsView = (person: PersonId, records: Records, locale: string): readonly RoadView[] => {
  const held = new Set<string>(records.list(scopeOf('p', person), 'badge').map(({ body }) => body.mould));
  return records
    .list(CATALOGUE, 'road')
    .map(({ id, body }) => ({ id, body, urge: urgeOf(body, held) }))
    .sort((a, b) => b.urge - a.urge || (a.body.place ?? 0) - (b.body.place ?? 0))
    .flatMap(({ id, body }) => roadView(id, body, held, records, locale) ?? []);
};

/** How much a road is hers now: badges held of one that is not walked to its end; less than nothing once its key badge is held. */
const urgeOf = (road: Road, held: ReadonlySet<string>): number => (held.has(road.key) ? -1 : roadStanding(road, held).held);

const roadView = (id: string, road: Road, held: ReadonlySet<string>, records: Records, locale: string): RoadView | null => {
  const key = records.get(CATALOGUE, 'mould', road.key);
  if (!key) return null;
  const petals = road.moulds.flatMap((name) => {
    const mould = records.get(CATALOGUE, 'mould', name);
    return mould ? [{ mould: name, draw: mould.draw, held: held.has(name), criteria: inLocale(mould.criteria, locale) }] : [];
  });
  const next = petals.findIndex((petal) => !petal.held);
  return {
    id,
    title: inLocale(road.title, locale),
    key: key.draw,
    keyHeld: held.has(road.key),
    needed: road.needed,
    petals,
    next: next < 0 ? null : next,
  };
};
