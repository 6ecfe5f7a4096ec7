import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, SECRET_ID } from '#domain/device';
import { endLink } from '#domain/end-link';
import { type PersonId, scopeOf } from '#domain/ids';
import { isOpen, LASTS_MS } from '#domain/link';
import { type MakeLink, makeLink } from '#domain/make-link';
import type { Row } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';
import { aHouse, judgingAs, linkId, me, NINE, nadia, OPEN } from '../build/asking.ts';
import { aBadge, aRow, badgeId, PERSON, uuidOf } from '../build/field.ts';

const OWN = scopeOf('q', PERSON);
const secretOf = (n: number): string => n.toString(16).padStart(2, '0').repeat(32);
const house = (...rows: readonly Row[]): Overlay => overlayOf(aHouse(aRow(OPEN, 'badge', badgeId(1), aBadge()), ...rows));
const argsOf = (n: number, change: Partial<MakeLink> = {}): MakeLink => ({
  link: linkId(n),
  badge: badgeId(1),
  secret: secretOf(n),
  lasts: 'week',
  ...change,
});
const make = (records: Overlay, n: number, change: Partial<MakeLink> = {}, at = NINE, actor: Actor = me) => {
  const decided = makeLink.decide(records, argsOf(n, change), { ...judgingAs(actor), at });
  if (decided.ok) records.apply(decided.value);
  return decided.ok ? decided.value.length : decided.error;
};
const end = (records: Overlay, n: number, open: boolean, at = NINE, actor: Actor = me) => {
  const decided = endLink.decide(records, { link: linkId(n), open }, { ...judgingAs(actor), at });
  if (decided.ok) records.apply(decided.value);
  return decided.ok ? decided.value.length : decided.error;
};
const wayOf = (n: number) => scopeOf('k', secretOf(n));

describe('a link that stops', () => {
  it.each(['day', 'week', 'month'] as const)('shows one badge for a %s, and keeps only the hash of its secret', (lasts) => {
    const records = house();
    expect(make(records, 1, { lasts })).toBe(2);
    const link = records.get(OWN, 'link', linkId(1));
    expect(link).toEqual({ badge: badgeId(1), secret: secretOf(1), at: NINE, until: NINE + LASTS_MS[lasts], open: true });
    expect(records.get(wayOf(1), 'opening', SECRET_ID)).toEqual({ person: PERSON, link: linkId(1) });
    expect(link && [isOpen(link, link.until - 1), isOpen(link, link.until)]).toEqual([true, false]);
  });

  it('leaves the badge as hidden as it was', () => {
    const records = house();
    make(records, 1);
    expect(records.get(OPEN, 'badge', badgeId(1))?.shown).toBe('me');
  });

  it('is made once, of a badge of mine, with a secret that is nobody’s yet', () => {
    const records = house();
    expect(make(records, 1)).toBe(2);
    expect(make(records, 1)).toBe(0);
    expect(make(records, 2, { badge: badgeId(9) })).toEqual({ type: 'BadgeUnknown' });
    expect(make(records, 2, { secret: secretOf(1) })).toEqual({ type: 'ActionMalformed' });
    expect(make(records, 2, {}, NINE, nadia)).toEqual({ type: 'NotYours' });
  });

  it('is taken back, and given again for no longer than it was', () => {
    const records = house();
    make(records, 1);
    const before = records.get(OWN, 'link', linkId(1));
    end(records, 1, false, NINE + 5);
    expect(records.get(OWN, 'link', linkId(1))?.open).toBe(false);
    end(records, 1, true, NINE + 10);
    expect(records.get(OWN, 'link', linkId(1))).toEqual(before);
  });

  it('cannot be ended by anybody else, and ending one that is gone is no mistake', () => {
    const records = house();
    make(records, 1);
    expect(end(records, 1, false, NINE, nadia)).toEqual({ type: 'NotYours' });
    expect(end(records, 1, false, NINE, { role: 'person', person: uuidOf(9) as PersonId })).toBe(0);
    expect(records.get(OWN, 'link', linkId(1))?.open).toBe(true);
  });

  it('is forgotten, way and all, when another is made after its time', () => {
    const records = house();
    make(records, 1, { lasts: 'day' });
    make(records, 2, { lasts: 'month' });
    expect(make(records, 3, {}, NINE + LASTS_MS.day)).toBe(4);
    expect(records.list(OWN, 'link').map(({ id }) => id)).toEqual([linkId(2), linkId(3)]);
    expect(records.get(wayOf(1), 'opening', SECRET_ID)).toBeUndefined();
  });

  it('never shows after its time, whatever is done with it', () => {
    const act = fc.record({ ms: fc.integer({ min: 0, max: 40 * LASTS_MS.day }), open: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom('day', 'week', 'month'), fc.array(act, { maxLength: 8 }), (lasts, acts) => {
        const records = house();
        make(records, 1, { lasts });
        for (const { ms, open } of acts) end(records, 1, open, NINE + ms);
        const link = records.get(OWN, 'link', linkId(1));
        expect(link?.until).toBe(NINE + LASTS_MS[lasts]);
        expect(link && isOpen(link, link.until)).toBe(false);
        // The latest act has the last word, in whatever order they came.
        const latest = acts.reduce<{ ms: number; open: boolean }>((a, b) => (b.ms >= a.ms ? b : a), { ms: -1, open: true });
        expect(link?.open).toBe(latest.open);
      }),
    );
  });
});
