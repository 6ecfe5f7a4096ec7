import type { Millis } from '#base/ambient';
import { err, ok, type Result } from '#base/result';
import type { Badge, From } from './badge.ts';
import { type BadgeId, CATALOGUE, type MouldId, type PersonId, type StructureId, scopeOf } from './ids.ts';
import type { Level } from './level.ts';
import { type Mould, roadStanding } from './mould.ts';
import { type Need, type Patch, put, type Records } from './record.ts';
import type { Refusal } from './refusal.ts';
import { counterOf, pageOf } from './sealing.ts';

/** A badge about to be given. */
export interface Award {
  readonly person: PersonId;
  readonly mould: MouldId;
  readonly structure: StructureId;
  readonly level: Level | undefined;
  readonly from: From;
  readonly at: Millis;
  /** Its id; and that of the key badge, if this one completes a road. */
  readonly badge: BadgeId;
  readonly key: BadgeId;
}

/** What `award` looks at. `ids`: those the new badge and a key badge would have, where they are known before. */
export const needsOfAward = (person: PersonId, structure: StructureId, ...ids: readonly BadgeId[]): readonly Need[] => [
  { scope: scopeOf('p', person), kind: 'badge' },
  { scope: CATALOGUE, kind: 'road' },
  { scope: CATALOGUE, kind: 'mould' },
  counterOf(structure),
  ...ids.map(pageOf),
];

/**
 * Gives a badge. Held already from this structure, it is the same badge that reaches the higher level (its ribbon opens again until it is
 * signed anew); at this level already, it is refused with the badge held. With the last badge a road needs comes its key badge.
 */
export const award = (records: Records, given: Award): Result<readonly Patch[], Refusal> => {
  const scope = scopeOf('p', given.person);
  const mould = records.get(CATALOGUE, 'mould', given.mould);
  if (!mould) return err({ type: 'BadgeUnknown' });
  if (given.level !== undefined && mould.levels === 0) return err({ type: 'ActionMalformed' });
  const held = heldFrom(records, given);
  if (held?.id === given.badge && held.body.level === given.level) return ok([]);
  if (held && !isHigher(given.level, held.body)) return err({ type: 'AlreadyHeld', badge: held.id as BadgeId });
  const ids = held ? [given.key] : [given.badge, given.key];
  if (given.badge === given.key || ids.some((id) => isTaken(records, given.person, id))) return err({ type: 'ActionMalformed' });
  const patch = put(scope, 'badge', held?.id ?? given.badge, badgeOf(given, mould, held?.body.shown));
  return ok([patch, ...keyBadge(records, given)]);
};

/** Has a badge this id already, hers or anybody's? */
export const isTaken = (records: Records, person: PersonId, id: BadgeId): boolean =>
  records.get(scopeOf('p', person), 'badge', id) !== undefined || records.get(pageOf(id).scope, 'page', id) !== undefined;

/** The badge of this mould she holds from this structure; experiences of her own are as many as she has. */
export const heldFrom = (records: Records, { person, mould, structure }: Pick<Award, 'person' | 'mould' | 'structure'>) =>
  records.get(CATALOGUE, 'mould', mould)?.kind === 'own'
    ? undefined
    : records.list(scopeOf('p', person), 'badge').find(({ body }) => body.mould === mould && body.structure === structure);

const isHigher = (level: Level | undefined, { level: held }: Badge): boolean => (level ?? 0) > (held ?? 0);

const badgeOf = ({ mould, structure, level, from, at }: Omit<Award, 'person'>, { draw }: Mould, shown: Badge['shown'] = 'me'): Badge => ({
  step: 'claimed',
  mould,
  draw,
  structure,
  at,
  shown,
  ...(level && { level }),
  from,
});

// Any one road: a mould belongs to one, and a key badge is won once, whoever gave the badges that lead to it.
const keyBadge = (records: Records, given: Award): readonly Patch[] => {
  const scope = scopeOf('p', given.person);
  const held = new Set<string>([given.mould, ...records.list(scope, 'badge').map(({ body }) => body.mould)]);
  const road = records.list(CATALOGUE, 'road').find(({ body }) => body.moulds.includes(given.mould))?.body;
  const key = road && records.get(CATALOGUE, 'mould', road.key);
  if (!road || !key || held.has(road.key) || roadStanding(road, held).left > 0) return [];
  return [put(scope, 'badge', given.key, badgeOf({ ...given, mould: road.key, level: undefined, from: { how: 'road' } }, key))];
};
