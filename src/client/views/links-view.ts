import type { Draw } from '#domain/draw';
import { type BadgeId, type LinkId, type PersonId, scopeOf } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { Safety } from './badge-view.ts';
import { lastActOf, type Said, safetyOf, type Waiting } from './safety.ts';

/** One link I gave whose time is not over. */
export interface LinkView {
  readonly id: LinkId;
  readonly badge: BadgeId;
  readonly draw: Draw;
  readonly until: number;
  /** False once I took it back. */
  readonly open: boolean;
  readonly safety: Safety;
}

interface Looked {
  readonly person: PersonId;
  readonly records: Records;
  readonly outbox: readonly Waiting[];
  readonly said: Said;
  readonly now: number;
}

/** What must be read for it. */
export const linksNeeds = (person: PersonId): readonly Need[] => [
  { scope: scopeOf('q', person), kind: 'link' },
  { scope: scopeOf('p', person), kind: 'badge' },
];

/** The links somebody gave and whose time is not over, latest first. */
export const linksView = ({ person, records, outbox, said, now }: Looked): readonly LinkView[] =>
  records
    .list(scopeOf('q', person), 'link')
    .filter(({ body }) => body.until > now)
    .toSorted((a, b) => b.body.at - a.body.at)
    .flatMap(({ id, body: { badge, until, open } }) => {
      const draw = records.get(scopeOf('p', person), 'badge', badge)?.draw;
      const safety = safetyOf(lastActOf({ link: id }, outbox), said);
      return draw ? [{ id: id as LinkId, badge, draw, until, open, safety }] : [];
    });
