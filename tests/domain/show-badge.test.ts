import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#domain/device';
import { scopeOf } from '#domain/ids';
import { overlayOf } from '#domain/records';
import { showBadge } from '#domain/show-badge';
import { aBadge, aRow, aSealedBadge, badgeId, PERSON, STRUCTURE } from '../build/field.ts';

const PEOPLE = scopeOf('p', PERSON);
const me: Actor = { role: 'person', person: PERSON };

interface Act {
  readonly to: 'me' | 'world';
  readonly at: number;
  readonly device: string;
}

const holding = (badge = aSealedBadge()) => overlayOf([aRow(PEOPLE, 'badge', badgeId(1), badge)]);

const doAll = (acts: readonly Act[], place: 'phone' | 'server', records = holding()) => {
  for (const { to, at, device } of acts) {
    const decided = showBadge.decide(records, { badge: badgeId(1), to }, { place, now: at, at, actor: me, device, facts: {} });
    if (decided.ok) records.apply(decided.value);
  }
  return records.get(PEOPLE, 'badge', badgeId(1))?.shown;
};

const anAct = fc.record({
  to: fc.constantFrom('me' as const, 'world' as const),
  at: fc.nat(1_000_000),
  device: fc.constantFrom('zPhone', 'zTablet'),
});

describe('showing a badge', () => {
  it('opens its page to the world, and closes it again', () => {
    expect(doAll([{ to: 'world', at: 1, device: 'zPhone' }], 'server')).toBe('world');
    const closed = [
      { to: 'world', at: 1, device: 'zPhone' },
      { to: 'me', at: 2, device: 'zPhone' },
    ] as const;
    expect(doAll(closed, 'server')).toBe('me');
  });

  it('changes nothing else of the badge', () => {
    const records = holding(aBadge());
    doAll([{ to: 'world', at: 1, device: 'zPhone' }], 'server', records);
    expect(records.get(PEOPLE, 'badge', badgeId(1))).toEqual({ ...aBadge(), shown: 'world' });
  });

  it('is refused for a badge that is not there, and to anyone who is no person', () => {
    const judgement = { place: 'server', now: 1, at: 1, actor: me, device: 'zPhone', facts: {} } as const;
    expect(showBadge.decide(holding(), { badge: badgeId(2), to: 'world' }, judgement)).toEqual({
      ok: false,
      error: { type: 'BadgeUnknown' },
    });
    const organiser: Actor = { role: 'organiser', structure: STRUCTURE };
    const theirs = showBadge.decide(holding(), { badge: badgeId(1), to: 'world' }, { ...judgement, actor: organiser });
    expect(theirs).toEqual({ ok: false, error: { type: 'NotYours' } });
  });

  it('never reaches the badge of somebody else', () => {
    const other: Actor = { role: 'person', person: badgeId(50) as never };
    expect(showBadge.needs({ badge: badgeId(1), to: 'world' }, { actor: other, facts: {} })).toEqual([
      { scope: scopeOf('p', badgeId(50)), kind: 'badge', id: badgeId(1) },
    ]);
  });

  it('ends the same on the server in whatever order the acts of two devices arrive', () => {
    const distinct = fc.uniqueArray(anAct, { minLength: 1, maxLength: 8, selector: ({ at, device }) => `${at} ${device}` });
    const shuffled = distinct.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })));
    fc.assert(
      fc.property(shuffled, ([acts, order]) => {
        expect(doAll(order, 'server')).toBe(doAll(acts, 'server'));
      }),
    );
  });

  it('on the phone always does what was tapped last, even when its clock runs backwards', () => {
    fc.assert(
      fc.property(fc.array(anAct, { minLength: 1, maxLength: 8 }), (acts) => {
        expect(doAll(acts, 'phone')).toBe(acts.at(-1)?.to);
      }),
    );
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(anAct, (act) => {
        expect(doAll([act, act], 'server')).toBe(doAll([act], 'server'));
      }),
    );
  });
});
