import type { Badge } from '#domain/badge';
import { inLocale } from '#domain/draw';
import { type BadgeId, CATALOGUE, type PersonId, scopeOf } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { BadgeView } from './badge-view.ts';
import { lastActAbout, type Said, safetyOf, type Waiting } from './safety.ts';

/** What this device found about a credential; `of` names which one, by the `sealedAt` of its badge. */
export interface Checked {
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly of: number;
}

/** What must be read for the wall: badges, what they are, who stands behind them. No credential. */
export const badgesNeeds = (person: PersonId): readonly Need[] => [
  { scope: scopeOf('p', person), kind: 'badge' },
  { scope: CATALOGUE, kind: 'mould' },
  { scope: CATALOGUE, kind: 'issuer' },
];

export interface BadgesSource {
  readonly person: PersonId;
  readonly records: Records;
  readonly outbox: readonly Waiting[];
  readonly progress: Said;
  readonly checks: ReadonlyMap<string, Checked>;
  readonly locale: string;
}

/** A person's badges as screens show them, latest first. */
export const badgesView = (source: BadgesSource): readonly BadgeView[] =>
  source.records
    .list(scopeOf('p', source.person), 'badge')
    .map(({ id, body }) => badgeView(source, id as BadgeId, body))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));

const badgeView = ({ records, outbox, progress, checks, locale }: BadgesSource, id: BadgeId, badge: Badge): BadgeView => {
  const mould = records.get(CATALOGUE, 'mould', badge.mould);
  const check = checkOf(badge, checks.get(id));
  return {
    id,
    mould: badge.mould,
    draw: badge.draw,
    level: badge.level ?? 0,
    ribbon: check === 'valid' ? 'closed' : 'open',
    safety: safetyOf(lastActAbout(id, outbox), progress),
    shown: badge.shown,
    at: badge.at,
    structure: records.get(CATALOGUE, 'issuer', badge.structure)?.name,
    criteria: mould && inLocale(mould.criteria, locale),
    check,
  };
};

// What was found about an earlier credential of a badge that has been sealed again says nothing of this one.
const checkOf = (badge: Badge, checked: Checked | undefined): BadgeView['check'] =>
  badge.step === 'sealed' && checked?.of === badge.sealedAt ? checked.verdict : 'none';
