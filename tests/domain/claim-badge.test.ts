import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimBadge } from '#domain/claim-badge';
import type { Actor } from '#domain/device';
import { FRESH_MS } from '#domain/event';
import { type PersonId, type StructureId, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import { overlayOf } from '#domain/records';
import type { Facts, Judgement } from '#domain/rule';
import { anEvent, aRow, aTicket, at, badgeId, EVENT, PERSON, STRUCTURE, uuidOf } from '../build/field.ts';

const PEOPLE = scopeOf('p', PERSON);
const HERE = scopeOf('e', EVENT);
const me: Actor = { role: 'person', person: PERSON };
const NINE = at('2026-05-30T09:00Z');

const withTicket = (change: Parameters<typeof aTicket>[0] = {}, proof: NonNullable<Facts['ticket']>['proof'] = 'proven'): Facts => ({
  ticket: { ticket: aTicket(change), proof },
});

const judging = (change: Partial<Judgement> = {}): Judgement => ({
  place: 'server',
  now: NINE,
  at: NINE,
  actor: me,
  device: 'zPhone',
  facts: withTicket(),
  ...change,
});

const knowing = (...rows: readonly Row[]) => overlayOf([aRow(HERE, 'event', EVENT, anEvent()), ...rows]);
const args = (n = 1) => ({ badge: badgeId(n), ticket: 'https://pepites.example/e#x' });
const decide = (judgement: Judgement, records = knowing(), n = 1) => claimBadge.decide(records, args(n), judgement);
const refusalOf = (judgement: Judgement, records = knowing(), n = 1) => {
  const decided = decide(judgement, records, n);
  return decided.ok ? null : decided.error;
};

describe('claiming a badge at an event', () => {
  it('never takes the id of somebody else’s badge, nor the way to its page', () => {
    const page = aRow(scopeOf('b', badgeId(1)), 'page', badgeId(1), { person: uuidOf(9) as PersonId });
    expect(refusalOf(judging(), knowing(page))).toEqual({ type: 'ActionMalformed' });
  });

  it('gives a badge to the person and a claim to the event', () => {
    const decided = decide(judging());
    expect(decided.ok && decided.value.map(({ scope, kind, id }) => [scope, kind, id])).toEqual([
      [PEOPLE, 'badge', badgeId(1)],
      [HERE, 'claim', PERSON],
    ]);
    expect(decided.ok && decided.value[0]?.body).toMatchObject({
      step: 'claimed',
      shown: 'me',
      event: EVENT,
      structure: STRUCTURE,
      at: NINE,
    });
  });

  it('is refused with the badge already held, by its claim or by the badge itself', () => {
    const records = knowing();
    const first = decide(judging(), records);
    expect(first.ok).toBe(true);
    const [badge, claim] = first.ok ? first.value : [];
    const onlyBadge = knowing();
    onlyBadge.apply(badge ? [badge] : []);
    const onlyClaim = knowing();
    onlyClaim.apply(claim ? [claim] : []);
    for (const held of [onlyBadge, onlyClaim]) expect(refusalOf(judging(), held, 2)).toEqual({ type: 'AlreadyHeld', badge: badgeId(1) });
  });

  it('is agreed to and changes nothing when it is the very same claim again', () => {
    const records = knowing();
    const first = decide(judging(), records);
    records.apply(first.ok ? first.value : []);
    expect(decide(judging(), records)).toEqual({ ok: true, value: [] });
  });

  it('is open from the first millisecond of its window, closed from the last', () => {
    const { opens, closes } = anEvent();
    const stepAt = (step: number) => refusalOf(judging({ facts: withTicket({ step }) }));
    expect(stepAt(opens - 1)).toEqual({ type: 'TooEarly', opens });
    expect(stepAt(opens)).toBeNull();
    expect(stepAt(closes - 1)).toBeNull();
    expect(stepAt(closes)).toEqual({ type: 'EventOver', closes });
  });

  it('goes by the event’s own window where that is known, whatever the ticket says', () => {
    const later = anEvent({ closes: at('2026-05-30T20:00Z') });
    const facts = withTicket({ step: at('2026-05-30T19:00Z') });
    expect(refusalOf(judging({ facts }), overlayOf([aRow(HERE, 'event', EVENT, later)]))).toBeNull();
    expect(refusalOf(judging({ facts, place: 'phone' }), overlayOf([]))).toMatchObject({ type: 'EventOver' });
  });

  it('never depends on the clock of the phone', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 42),
        fc.constantFrom(...['08:00', '12:00', '17:59'].map((time) => at(`2026-05-30T${time}Z`))),
        (clock, step) => {
          expect(refusalOf(judging({ place: 'phone', at: clock, now: clock, facts: withTicket({ step }) }))).toBeNull();
        },
      ),
    );
  });

  it('works on a phone that knows neither the event nor the organiser', () => {
    expect(refusalOf(judging({ place: 'phone', facts: withTicket({}, 'unproven') }), overlayOf([]))).toBeNull();
  });

  it('is refused by the server when it knows no such event, or no such organiser', () => {
    expect(refusalOf(judging(), overlayOf([]))).toEqual({ type: 'EventUnknown' });
    expect(refusalOf(judging({ facts: withTicket({}, 'unproven') }))).toEqual({ type: 'EventUnknown' });
    expect(refusalOf(judging({ facts: withTicket({ structure: 'another' as StructureId }) }))).toEqual({ type: 'EventUnknown' });
  });

  it('is refused for a forged ticket, an expired one, none at all, and to anyone who is no person', () => {
    expect(refusalOf(judging({ facts: withTicket({}, 'forged') }))).toEqual({ type: 'TicketForged' });
    expect(refusalOf(judging({ facts: withTicket({}, 'expired') }))).toEqual({ type: 'TicketExpired' });
    expect(refusalOf(judging({ facts: {} }))).toEqual({ type: 'TicketForged' });
    expect(refusalOf(judging({ actor: { role: 'organiser', structure: STRUCTURE } }))).toEqual({ type: 'NotYours' });
  });

  it('never overwrites a badge that has this id already', () => {
    const other = overlayOf([
      aRow(HERE, 'event', EVENT, anEvent()),
      aRow(PEOPLE, 'badge', badgeId(1), {
        step: 'claimed',
        mould: aTicket().mould,
        draw: aTicket().draw,
        structure: STRUCTURE,
        at: 1,
        shown: 'me',
      }),
    ]);
    expect(refusalOf(judging(), other)).toEqual({ type: 'ActionMalformed' });
  });

  describe('from a poster', () => {
    const facts = withTicket({ step: null });
    it('is never refused on the phone for its time', () => {
      fc.assert(
        fc.property(fc.nat(2 ** 42), (clock) => {
          expect(refusalOf(judging({ place: 'phone', facts, at: clock, now: clock }))).toBeNull();
        }),
      );
    });

    it('is judged by the server by the time of the act', () => {
      expect(refusalOf(judging({ facts }))).toBeNull();
      expect(refusalOf(judging({ facts, at: anEvent().opens - 1 }))).toMatchObject({ type: 'TooEarly' });
      expect(refusalOf(judging({ facts, at: anEvent().closes }))).toMatchObject({ type: 'EventOver' });
    });

    it('is marked as such for the organiser', () => {
      const decided = decide(judging({ facts }));
      expect(decided.ok && decided.value[1]?.body).toMatchObject({ how: 'poster' });
    });
  });

  it('is fresh within ten minutes of the ticket’s step and late after: given all the same', () => {
    const howAt = (now: number) => {
      const decided = decide(judging({ now }));
      const claim = decided.ok ? (decided.value[1]?.body as { how: string } | undefined) : undefined;
      return claim?.how;
    };
    expect(howAt(NINE + FRESH_MS)).toBe('fresh');
    expect(howAt(NINE + FRESH_MS + 1)).toBe('late');
    expect(howAt(NINE + 90 * 86_400_000)).toBe('late');
  });

  it('asks to see only the person’s badges, the event, her own claim, and whose the new badge’s id is', () => {
    const needs = claimBadge.needs(args(), { actor: me, facts: withTicket() });
    expect(needs).toEqual([
      { scope: PEOPLE, kind: 'badge' },
      { scope: HERE, kind: 'event', id: EVENT },
      { scope: HERE, kind: 'claim', id: PERSON },
      { scope: scopeOf('b', badgeId(1)), kind: 'page', id: badgeId(1) },
    ]);
    expect(claimBadge.needs(args(), { actor: me, facts: {} })).toEqual([]);
  });

  it('leaves one badge and one claim for each person, however often, by whom and in whatever order it is asked', () => {
    const people = [1, 2, 3].map((n) => uuidOf(n) as PersonId);
    const attempt = fc.record({ who: fc.nat(2), badge: fc.nat(4), step: fc.constantFrom(null, NINE, NINE + 20_000), hours: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
        const records = knowing();
        for (const { who, badge, step, hours } of attempts) {
          const person = people[who] ?? PERSON;
          const time = NINE + hours * 3_600_000;
          const judgement = judging({ actor: { role: 'person', person }, facts: withTicket({ step }), at: time, now: time });
          const decided = decide(judgement, records, 10 * who + badge);
          if (decided.ok) records.apply(decided.value);
        }
        const claims = records.list(HERE, 'claim');
        for (const person of people) {
          const badges = records.list(scopeOf('p', person), 'badge');
          expect(badges.length).toBeLessThanOrEqual(1);
          expect(claims.filter(({ id }) => id === person).map(({ body }) => body.badge)).toEqual(badges.map(({ id }) => id));
        }
      }),
    );
  });

  it('is predicted on a phone that knows the event exactly as the server decides', () => {
    const day = fc.integer({ min: at('2026-05-29T00:00Z'), max: at('2026-06-01T00:00Z') });
    fc.assert(
      fc.property(day, day, fc.boolean(), (step, now, held) => {
        const rows = held ? [aRow(HERE, 'claim', PERSON, { person: PERSON, badge: badgeId(7), at: NINE, how: 'fresh' as const })] : [];
        const facts = withTicket({ step });
        const [phone, server] = (['phone', 'server'] as const).map((place) =>
          decide(judging({ place, facts, now, at: now }), knowing(...rows)),
        );
        expect(phone).toEqual(server);
      }),
    );
  });
});
