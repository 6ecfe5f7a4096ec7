import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgesNeeds, badgesView } from '#client/views/badges-view';
import { eventsNeeds, eventsView, plansNeeds } from '#client/views/events-view';
import { refusalsNeeds, refusalsView } from '#client/views/refusals-view';
import { roadsNeeds, roadsView } from '#client/views/roads-view';
import { lastActAbout, safetyOf, safetyOfAll } from '#client/views/safety';
import { CATALOGUE, type DeviceId, type EventId, type MouldId, type RoadId, type StructureId, scopeOf } from '#domain/ids';
import type { Mould, Road } from '#domain/mould';
import { overlayOf } from '#domain/records';
import { aBadge, anEvent, aRow, aSealedBadge, at, badgeId, DRAW, EVENT, MOULD, PERSON, STRUCTURE, uuidOf } from '../../build/field.ts';

const PEOPLE = scopeOf('p', PERSON);
const nowhere = { last: 0, acknowledged: 0 };

const aMould = (title: string, change: Partial<Mould> = {}): Mould => ({
  kind: 'transversal',
  draw: { ...DRAW, title },
  title: { fr: title, en: `${title} (en)` },
  criteria: { fr: `Je sais : ${title}.`, en: `I can: ${title}.` },
  levels: 0,
  alignments: [],
  ...change,
});
const issuer = { did: 'did:web:x', name: 'Atelier des Pins', document: {}, statusList: {}, asOf: 1 };
const catalogue = [aRow(CATALOGUE, 'mould', MOULD, aMould('Participer')), aRow(CATALOGUE, 'issuer', STRUCTURE, issuer)];

describe('the safety of a thing', () => {
  it('is kept here until acknowledged, on its way until seen again, then arrived', () => {
    const said = { last: 2, acknowledged: 4 };
    expect([1, 2, 3, 4, 5].map((n) => safetyOf(n, said))).toEqual(['arrived', 'arrived', 'on-its-way', 'on-its-way', 'kept-here']);
    expect(safetyOf(undefined, nowhere)).toBe('arrived');
  });

  it('never lies: nothing is called arrived or on its way that the server has not acknowledged', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 50 }), (last, more, beyond) => {
        const acknowledged = last + more;
        expect(safetyOf(acknowledged + beyond, { last, acknowledged })).toBe('kept-here');
      }),
    );
  });

  it('of everything is that of the last act', () => {
    const act = (n: number) => ({ n, args: {} });
    expect(safetyOfAll([], nowhere)).toBe('arrived');
    expect(safetyOfAll([act(1), act(2)], { last: 0, acknowledged: 1 })).toBe('kept-here');
    expect(safetyOfAll([act(1), act(2)], { last: 0, acknowledged: 2 })).toBe('on-its-way');
  });

  it('of a badge is that of the last act about it', () => {
    const outbox = [
      { n: 1, args: { badge: badgeId(1) } },
      { n: 2, args: { badge: badgeId(2) } },
      { n: 3, args: { badge: badgeId(1) } },
      { n: 4, args: null },
    ];
    expect([1, 2, 3].map((n) => lastActAbout(badgeId(n), outbox))).toEqual([3, 2, undefined]);
  });
});

describe('the wall', () => {
  const view = (badge: Parameters<typeof aRow<'badge'>>[3], change: Partial<Parameters<typeof badgesView>[0]> = {}) =>
    badgesView({
      person: PERSON,
      records: overlayOf([...catalogue, aRow(PEOPLE, 'badge', badgeId(1), badge)]),
      outbox: [],
      progress: nowhere,
      checks: new Map(),
      locale: 'fr',
      ...change,
    })[0];
  const checked = (verdict: 'valid' | 'invalid' | 'unknown', of = at('2026-05-30T09:05Z')) =>
    new Map([[badgeId(1) as string, { verdict, of }]]);

  it('closes the ribbon only when this very device has found the credential valid', () => {
    const looks = (badge: Parameters<typeof view>[0], checks = new Map()) => {
      const seen = view(badge, { checks });
      return [seen?.ribbon, seen?.check];
    };
    expect(looks(aBadge())).toEqual(['open', 'none']);
    expect(looks(aSealedBadge())).toEqual(['open', 'none']);
    expect(looks(aSealedBadge(), checked('valid'))).toEqual(['closed', 'valid']);
    expect(looks(aSealedBadge(), checked('unknown'))).toEqual(['open', 'unknown']);
    expect(looks(aSealedBadge(), checked('invalid'))).toEqual(['open', 'invalid']);
  });

  it('forgets what was found about a credential that has been replaced', () => {
    expect(view(aSealedBadge(), { checks: checked('valid', 1) })).toMatchObject({ ribbon: 'open', check: 'none' });
  });

  it('says what a badge is and who stands behind it, in the language asked, and does without what it does not know', () => {
    expect(view(aBadge())).toMatchObject({ structure: 'Atelier des Pins', criteria: 'Je sais : Participer.', level: 0, safety: 'arrived' });
    expect(view(aBadge(), { locale: 'en' })?.criteria).toBe('I can: Participer.');
    expect(view(aBadge(), { locale: 'uk' })?.criteria).toBe('Je sais : Participer.');
    const strange = aBadge({ mould: 'unknown' as MouldId, structure: 'unknown' as StructureId, event: undefined as never });
    expect(view(strange)).toMatchObject({ structure: undefined, criteria: undefined, draw: DRAW });
  });

  it('shows where the last act about a badge is', () => {
    const outbox = [{ n: 7, args: { badge: badgeId(1) } }];
    expect(view(aBadge(), { outbox, progress: { last: 6, acknowledged: 6 } })?.safety).toBe('kept-here');
    expect(view(aBadge(), { outbox, progress: { last: 6, acknowledged: 7 } })?.safety).toBe('on-its-way');
  });

  it('has the latest first, always in the same order, and nobody else’s', () => {
    const rows = [1, 2, 3, 4].map((n) => aRow(PEOPLE, 'badge', badgeId(n), aBadge({ at: n < 3 ? 5 : n })));
    const other = aRow(scopeOf('p', uuidOf(2)), 'badge', badgeId(9), aBadge());
    const wall = (list: typeof rows) =>
      badgesView({ person: PERSON, records: overlayOf([...list, other]), outbox: [], progress: nowhere, checks: new Map(), locale: 'fr' });
    const ids = wall(rows).map(({ id }) => id);
    expect(ids.slice(2)).toEqual([badgeId(4), badgeId(3)]);
    expect(wall([...rows].reverse()).map(({ id }) => id)).toEqual(ids);
  });

  it('asks for no credential', () => {
    expect(badgesNeeds(PERSON).map(({ kind }) => kind)).not.toContain('credential');
  });
});

describe('the roads', () => {
  const moulds = ['a1', 'a2', 'a3', 'a4'].map((id) => id as MouldId);
  const road: Road = { title: { fr: 'Savoir-être' }, hue: 'teal', key: 'cle' as MouldId, moulds: [...moulds], needed: 3 };
  const rows = [
    ...moulds.map((mould) => aRow(CATALOGUE, 'mould', mould, aMould(mould))),
    aRow(CATALOGUE, 'mould', 'cle', aMould('Clé')),
    aRow(CATALOGUE, 'road', 'savoir-etre' as RoadId, road),
  ];
  const seen = (...held: readonly string[]) => {
    const badges = held.map((mould, i) => aRow(PEOPLE, 'badge', badgeId(i), aBadge({ mould: mould as MouldId })));
    return roadsView(PERSON, overlayOf([...rows, ...badges]), 'fr')[0];
  };

  it('have a petal for each mould, filled when it is held, and lead to the first that is not', () => {
    expect(seen()).toMatchObject({ id: 'savoir-etre', title: 'Savoir-être', needed: 3, next: 0, keyHeld: false });
    expect(seen('a1', 'a3')?.petals.map(({ held }) => held)).toEqual([true, false, true, false]);
    expect(seen('a1', 'a3')?.next).toBe(1);
    expect(seen('cle', 'a1', 'a2', 'a3', 'a4')).toMatchObject({ next: null, keyHeld: true });
  });

  it('stand in the order of the catalogue, but those one is on come first, and those walked to their end last', () => {
    const roads = ['a', 'b', 'c', 'd'].map((id, i) =>
      aRow(CATALOGUE, 'road', id, {
        title: { fr: id },
        hue: 'teal',
        key: `${id}-key` as MouldId,
        moulds: [`${id}1`, `${id}2`, `${id}3`] as MouldId[],
        needed: 2,
        place: 9 - i,
      }),
    );
    const keys = ['a', 'b', 'c', 'd'].map((id) => aRow(CATALOGUE, 'mould', `${id}-key`, aMould(id, { kind: 'key' })));
    const order = (...held: readonly string[]) => {
      const badges = held.map((mould, i) => aRow(PEOPLE, 'badge', badgeId(i), aBadge({ mould: mould as MouldId })));
      return roadsView(PERSON, overlayOf([...roads, ...keys, ...badges]), 'fr').map(({ id }) => id);
    };
    expect(order()).toEqual(['d', 'c', 'b', 'a']);
    expect(order('b1', 'd1', 'd2', 'd-key', 'a1', 'a2')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leave out what this device does not know yet', () => {
    const without = (id: string) => roadsView(PERSON, overlayOf(rows.filter((row) => row.id !== id)), 'fr');
    expect(without('a2')[0]?.petals).toHaveLength(3);
    expect(without('cle')).toEqual([]);
    expect(roadsNeeds(PERSON)).toHaveLength(3);
  });
});

describe('an organiser’s events', () => {
  const home = scopeOf('s', STRUCTURE);
  const [later, over] = [uuidOf(801) as EventId, uuidOf(802) as EventId];
  const rows = [
    ...[EVENT, later, over].map((event) => aRow(home, 'plan', event, { event })),
    aRow(scopeOf('e', EVENT), 'event', EVENT, anEvent({ place: 'Pessac' })),
    aRow(scopeOf('e', later), 'event', later, anEvent({ opens: at('2026-06-30T08:00Z'), closes: at('2026-06-30T18:00Z') })),
    aRow(scopeOf('e', over), 'event', over, anEvent({ opens: at('2026-04-30T08:00Z'), closes: at('2026-04-30T18:00Z') })),
    ...[1, 2].map((n) =>
      aRow(scopeOf('e', EVENT), 'claim', uuidOf(n), {
        person: uuidOf(n) as typeof PERSON,
        badge: badgeId(n),
        at: 1,
        how: 'fresh' as const,
      }),
    ),
    aRow(CATALOGUE, 'issuer', STRUCTURE, issuer),
  ];
  const records = overlayOf(rows);

  it('have the open one first, then those to come, then those that are over', () => {
    const events = eventsView(STRUCTURE, records, at('2026-05-30T09:00Z'), 77);
    expect(events.map(({ id, state }) => [id, state])).toEqual([
      [EVENT, 'open'],
      [later, 'early'],
      [over, 'over'],
    ]);
    expect(events[0]).toMatchObject({ claims: 2, asOf: 77, place: 'Pessac', structure: 'Atelier des Pins' });
  });

  it('are over at the very end of their window, as for tickets', () => {
    const stateAt = (now: number) => eventsView(STRUCTURE, records, now, 0).find(({ id }) => id === EVENT)?.state;
    expect([stateAt(anEvent().opens - 1), stateAt(anEvent().opens), stateAt(anEvent().closes - 1), stateAt(anEvent().closes)]).toEqual([
      'early',
      'open',
      'open',
      'over',
    ]);
  });

  it('ask for the plans first, then for the events they name', () => {
    const wanted = eventsNeeds(STRUCTURE, records).filter(({ kind }) => kind === 'event');
    expect(wanted.map(({ id }) => id)).toEqual([EVENT, later, over]);
    expect(plansNeeds(STRUCTURE)[0]).toEqual({ scope: home, kind: 'plan' });
    expect(eventsView(STRUCTURE, overlayOf(rows.slice(0, 3)), 0, 0)).toEqual([]);
  });
});

describe('what the server refused', () => {
  it('is told, latest first', () => {
    const device = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' as DeviceId;
    const own = scopeOf('d', device);
    const rows = [1, 2].map((n) => aRow(own, 'refusal', uuidOf(n), { n, action: uuidOf(n), refusal: { type: 'EventUnknown' as const } }));
    expect(refusalsView(device, overlayOf(rows)).map(({ n }) => n)).toEqual([2, 1]);
    expect(refusalsNeeds(device)).toEqual([{ scope: own, kind: 'refusal' }]);
  });
});
