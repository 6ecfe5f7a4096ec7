import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindAction } from '#domain/actions';
import type { Actor } from '#domain/device';
import { type EventId, scopeOf } from '#domain/ids';
import type { Overlay } from '#domain/records';
import { overlayOf } from '#domain/records';
import { needsOfPending, type Pending, replay } from '#domain/replay';
import { anEvent, aRow, aTicket, at, badgeId, PERSON, uuidOf } from '../build/field.ts';

const PEOPLE = scopeOf('p', PERSON);
const me: Actor = { role: 'person', person: PERSON };
const NINE = at('2026-05-30T09:00Z');
const eventOf = (n: number) => uuidOf(200 + n) as EventId;

const claim = (n: number, badge: number, event: number): Pending => ({
  n,
  at: NINE + n,
  name: 'claim-badge',
  v: 1,
  args: { badge: badgeId(badge), ticket: 'https://pepites.example/e#x' },
  facts: { ticket: { ticket: aTicket({ event: eventOf(event) }), proof: 'proven' } },
});

const show = (n: number, badge: number, to: 'me' | 'world'): Pending => ({
  n,
  at: NINE + n,
  name: 'show-badge',
  v: 1,
  args: { badge: badgeId(badge), to },
  facts: {},
});

const somePending = fc
  .array(
    fc.oneof(
      fc.record({ claim: fc.constant(true), badge: fc.nat(3), event: fc.nat(3), to: fc.constant('me' as const) }),
      fc.record({
        claim: fc.constant(false),
        badge: fc.nat(3),
        event: fc.constant(0),
        to: fc.constantFrom('me' as const, 'world' as const),
      }),
    ),
    { maxLength: 12 },
  )
  .map((acts) => acts.map((act, i) => (act.claim ? claim(i + 1, act.badge, act.event) : show(i + 1, act.badge, act.to))));

const wallOf = (records: Overlay) =>
  Object.fromEntries(records.list(PEOPLE, 'badge').map(({ id, body: { event, shown } }) => [id, { event, shown }]));

const events = [0, 1, 2, 3].map((n) => aRow(scopeOf('e', eventOf(n)), 'event', eventOf(n), anEvent()));

/** The server judges one act after the other, refusing what is impossible. */
const judgeAll = (records: Overlay, acts: readonly Pending[]) => {
  for (const act of acts) {
    const bound = bindAction(act);
    if (!bound.ok) continue;
    const decided = bound.value.decide(records, {
      place: 'server',
      now: act.at,
      at: act.at,
      actor: me,
      device: 'zPhone',
      facts: act.facts,
    });
    if (decided.ok) records.apply(decided.value);
  }
};

describe('the replay of what waits', () => {
  it('shows a claimed badge at once, with what was done to it after', () => {
    const records = overlayOf([]);
    replay(records, [claim(1, 1, 1), show(2, 1, 'world')], me, 'zPhone');
    expect(wallOf(records)).toEqual({ [badgeId(1)]: { event: eventOf(1), shown: 'world' } });
  });

  it('passes over acts that have become impossible or that this version does not know', () => {
    const records = overlayOf([]);
    const odd: readonly Pending[] = [
      show(1, 9, 'world'),
      { ...claim(2, 1, 1), name: 'fly' },
      { ...claim(3, 1, 1), v: 9 },
      { ...claim(4, 1, 1), args: null },
    ];
    replay(records, [...odd, claim(5, 2, 2)], me, 'zPhone');
    expect(Object.keys(wallOf(records))).toEqual([badgeId(2)]);
  });

  it('shows before the sync what the server will decide', () => {
    fc.assert(
      fc.property(somePending, (acts) => {
        const [phone, server] = [overlayOf(events), overlayOf(events)];
        replay(phone, acts, me, 'zPhone');
        judgeAll(server, acts);
        expect(wallOf(phone)).toEqual(wallOf(server));
      }),
    );
  });

  it('never makes anything blink: however far the server has come, base and rest show the same wall', () => {
    fc.assert(
      fc.property(somePending, fc.nat(12), (acts, judged) => {
        const [whole, part] = [overlayOf(events), overlayOf(events)];
        replay(whole, acts, me, 'zPhone');
        judgeAll(part, acts.slice(0, judged));
        replay(part, acts.slice(judged), me, 'zPhone');
        expect(wallOf(part)).toEqual(wallOf(whole));
      }),
    );
  });

  it('asks for everything its acts look at', () => {
    const needs = needsOfPending([claim(1, 1, 1), show(2, 3, 'me'), { ...claim(3, 1, 1), name: 'fly' }], me);
    expect(needs).toEqual([
      { scope: PEOPLE, kind: 'badge' },
      { scope: scopeOf('e', eventOf(1)), kind: 'event', id: eventOf(1) },
      { scope: scopeOf('e', eventOf(1)), kind: 'claim', id: PERSON },
      { scope: scopeOf('b', badgeId(1)), kind: 'page', id: badgeId(1) },
      { scope: PEOPLE, kind: 'badge', id: badgeId(3) },
    ]);
  });
});
