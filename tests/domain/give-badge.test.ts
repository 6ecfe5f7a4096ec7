import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#domain/answer-request';
import { type GiveBadge, giveBadge } from '#domain/give-badge';
import { type BadgeId, CATALOGUE, type MouldId, scopeOf } from '#domain/ids';
import { giverOf, roadStanding } from '#domain/mould';
import { receiveBadge } from '#domain/receive-badge';
import type { Row } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';
import type { Judgement } from '#domain/rule';
import {
  aHouse,
  aMould,
  aRequest,
  aRoad,
  HOME,
  judgingAs,
  me,
  mediaId,
  NINE,
  nadia,
  OPEN,
  requestId,
  STAFF,
  TEAM,
} from '../build/asking.ts';
import { aBadge, aRow, aSealedBadge, badgeId, EVENT, PERSON, STRUCTURE, uuidOf } from '../build/field.ts';

const house = (...rows: readonly Row[]) => overlayOf(aHouse(...rows));
const asked = (change = {}) => house(aRow(OPEN, 'request', requestId(1), aRequest(change)));

const args = (change: Partial<GiveBadge> = {}): GiveBadge => ({
  person: PERSON,
  mould: TEAM,
  level: 1,
  badge: badgeId(1),
  key: badgeId(2),
  ...change,
});

const give = (records: Overlay, change: Partial<GiveBadge> = {}, judging: Partial<Judgement> = {}) => {
  const decided = giveBadge.decide(records, args(change), judgingAs(nadia, judging));
  if (decided.ok) records.apply(decided.value);
  return decided.ok ? null : decided.error;
};
const badgesIn = (records: Overlay) =>
  records.list(OPEN, 'badge').map(({ id, body: { mould, level, step } }) => ({ id, mould, step, ...(level && { level }) }));
const isOne = (records: Overlay, id: BadgeId) => records.get(OPEN, 'badge', id);

describe('giving a badge', () => {
  it('on the spot gives it in the giver’s name and voice, ribbon open, shown to nobody yet', () => {
    const records = house();
    const voice = { media: mediaId(7), ms: 3000 };
    expect(give(records, { voice })).toBeNull();
    expect(isOne(records, badgeId(1))).toEqual({
      step: 'claimed',
      mould: TEAM,
      draw: aMould().draw,
      structure: STRUCTURE,
      at: NINE,
      shown: 'me',
      level: 1,
      from: { how: 'staff', by: { staff: STAFF, face: { firstName: 'Nadia', figure: 'figure-03', mark: 'leaf' }, at: NINE, voice } },
    });
  });

  it('to a request answers it, with the ids the request chose', () => {
    const records = asked();
    expect(give(records, { request: requestId(1), badge: badgeId(8), key: badgeId(9), level: 3 })).toBeNull();
    expect(records.get(OPEN, 'request', requestId(1))).toMatchObject({ step: 'given', by: { staff: STAFF } });
    expect(badgesIn(records)).toEqual([{ id: badgeId(1), mould: TEAM, step: 'claimed', level: 3 }]);
  });

  it('leaves the level to the giver, whatever was proposed', () => {
    for (const level of [1, 2, 3] as const) {
      const records = asked({ level: 2 });
      give(records, { request: requestId(1), level });
      expect(isOne(records, badgeId(1))?.level).toBe(level);
    }
  });

  it('again, by the same hand, changes nothing', () => {
    const records = asked();
    give(records, { request: requestId(1) });
    const before = badgesIn(records);
    expect(give(records, { request: requestId(1) })).toBeNull();
    expect(badgesIn(records)).toEqual(before);
    const spot = house();
    give(spot);
    expect(give(spot)).toBeNull();
    expect(badgesIn(spot)).toHaveLength(1);
  });

  it('is refused to whoever is not one of the structure’s people, and to a giver who is no longer there', () => {
    expect(give(house(aRow(HOME, 'member', PERSON, null)))).toEqual({ type: 'NotYours' });
    expect(give(house(aRow(HOME, 'staff', STAFF, null)))).toEqual({ type: 'NotYours' });
    const elsewhere = { actor: { ...nadia, structure: 'ailleurs' } as typeof nadia };
    expect(give(house(), {}, elsewhere)).toEqual({ type: 'NotYours' });
    for (const actor of [me, { role: 'organiser', structure: STRUCTURE } as const])
      expect(give(house(), {}, { actor })).toEqual({ type: 'NotYours' });
  });

  it('is refused for a badge that is won otherwise, or that nobody knows', () => {
    for (const kind of ['event', 'key', 'intention'] as const)
      expect(give(house(aRow(CATALOGUE, 'mould', TEAM, aMould({ kind, levels: 0 }))))).toEqual({ type: 'BadgeUnknown' });
    expect(give(house(), { mould: 'inconnu' as MouldId })).toEqual({ type: 'BadgeUnknown' });
  });

  it('has a level exactly where its mould has levels', () => {
    const { level: _, ...none } = args();
    expect(giveBadge.decide(house(), none, judgingAs(nadia))).toEqual({ ok: false, error: { type: 'ActionMalformed' } });
    expect(give(house(aRow(CATALOGUE, 'mould', TEAM, aMould({ levels: 0 }))))).toEqual({ type: 'ActionMalformed' });
  });

  it('never takes the id of a badge that is there, hers or anybody’s', () => {
    const page = aRow(scopeOf('b', badgeId(2)), 'page', badgeId(2), { person: uuidOf(9) as typeof PERSON });
    expect(give(house(page))).toEqual({ type: 'ActionMalformed' });
    const records = house(aRow(OPEN, 'badge', badgeId(1), aBadge()));
    expect(give(records)).toEqual({ type: 'ActionMalformed' });
    expect(give(house(), { key: badgeId(1) })).toEqual({ type: 'ActionMalformed' });
  });

  it('to a request that was answered, taken back, or is about another badge is refused', () => {
    for (const step of ['given', 'taken-back'] as const) {
      const records = house(aRow(OPEN, 'request', requestId(1), { ...aRequest(), step }));
      expect(give(records, { request: requestId(1) })).toEqual({ type: 'RequestClosed', step });
    }
    expect(give(asked(), { request: requestId(2) })).toEqual({ type: 'RequestUnknown' });
    expect(give(asked({ mould: 'a-l-heure' as MouldId }), { request: requestId(1) })).toEqual({ type: 'RequestUnknown' });
    expect(give(asked({ structure: 'ailleurs' as typeof STRUCTURE }), { request: requestId(1) })).toEqual({ type: 'RequestUnknown' });
  });
});

describe('the next level', () => {
  const held = (change = {}) => aSealedBadge({ mould: TEAM, level: 1, shown: 'world', ...change });

  it('is reached by the very same badge, whose ribbon opens until it is signed anew, and which stays shown', () => {
    const records = house(aRow(OPEN, 'badge', badgeId(40), held()));
    expect(give(records, { level: 2 }, { at: NINE + 1 })).toBeNull();
    expect(isOne(records, badgeId(40))).toMatchObject({ step: 'claimed', level: 2, shown: 'world', at: NINE + 1 });
    expect(badgesIn(records)).toHaveLength(1);
  });

  it('that is held already, or a lower one, is refused with the badge held', () => {
    for (const level of [1, 2] as const) {
      const records = house(aRow(OPEN, 'badge', badgeId(40), held({ level: 2 })));
      expect(give(records, { level })).toEqual({ type: 'AlreadyHeld', badge: badgeId(40) });
    }
  });

  it('never goes down, and there is one badge of a mould and a structure, whatever is given in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1 as const, 2 as const, 3 as const), { minLength: 1, maxLength: 8 }), (levels) => {
        const records = house();
        for (const [i, level] of levels.entries()) give(records, { level, badge: badgeId(10 + i), key: badgeId(30 + i) }, { at: NINE + i });
        expect(badgesIn(records)).toEqual([{ id: badgeId(10), mould: TEAM, step: 'claimed', level: Math.max(...levels) }]);
      }),
    );
  });

  it('given by another structure is a badge of its own', () => {
    const records = house(aRow(OPEN, 'badge', badgeId(40), held({ structure: 'ailleurs' as typeof STRUCTURE })));
    expect(give(records)).toBeNull();
    expect(badgesIn(records)).toHaveLength(2);
  });
});

describe('a road', () => {
  const KEY = 'savoir-etre-au-travail';
  const MOULDS = aRoad().moulds;

  it('gives its key badge with the last badge it needs, in the same act, and only once', () => {
    const records = house();
    for (const [i, mould] of MOULDS.entries()) give(records, { mould, badge: badgeId(10 + i), key: badgeId(30 + i) });
    expect(badgesIn(records).map(({ mould }) => mould)).toEqual([MOULDS[0], MOULDS[1], KEY, MOULDS[2], MOULDS[3]]);
    expect(isOne(records, badgeId(31))).toMatchObject({ mould: KEY, from: { how: 'road' }, structure: STRUCTURE, shown: 'me' });
  });

  it('is the same in whatever order its badges come, and from whichever structures', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...MOULDS]), (moulds) => {
        const records = house();
        for (const [i, mould] of moulds.entries()) give(records, { mould, badge: badgeId(10 + i), key: badgeId(30 + i) });
        const held = new Set<string>(badgesIn(records).map(({ mould }) => mould));
        expect(held.has(KEY)).toBe(roadStanding(aRoad(), held).left === 0);
      }),
    );
  });

  it('counts a badge once, however often its level is raised', () => {
    const records = house();
    for (const level of [1, 2, 3] as const) give(records, { level, badge: badgeId(9 + level), key: badgeId(30 + level) });
    expect(badgesIn(records)).toHaveLength(1);
  });

  it('says how far one is', () => {
    expect(roadStanding(aRoad(), new Set())).toEqual({ held: 0, left: 2 });
    expect(roadStanding(aRoad(), new Set([TEAM, 'je-participe']))).toEqual({ held: 1, left: 1 });
    expect(roadStanding(aRoad(), new Set<string>(MOULDS))).toEqual({ held: 4, left: 0 });
  });
});

describe('who gives a badge', () => {
  it('follows from its kind, unless its mould says otherwise', () => {
    expect(giverOf(aMould())).toBe('staff');
    expect(giverOf(aMould({ kind: 'own' }))).toBe('witness');
    expect(giverOf(aMould({ giver: 'herself' }))).toBe('herself');
  });
});

describe('another answer than yes', () => {
  const voice = { media: mediaId(8), ms: 2000 };
  const say = (records: Overlay, what: 'looking' | 'talk' | 'continue', judging: Partial<Judgement> = {}) => {
    const decided = answerRequest.decide(records, { person: PERSON, request: requestId(1), say: what, voice }, judgingAs(nadia, judging));
    if (decided.ok) records.apply(decided.value);
    return decided.ok ? null : decided.error;
  };
  const stepIn = (records: Overlay) => records.get(OPEN, 'request', requestId(1))?.step;

  it('is said with a voice, and loses nothing of what was sent', () => {
    const records = asked();
    expect(say(records, 'continue')).toBeNull();
    expect(records.get(OPEN, 'request', requestId(1))).toEqual({
      ...aRequest(),
      step: 'continue',
      by: { staff: STAFF, face: { firstName: 'Nadia', figure: 'figure-03', mark: 'leaf' }, at: NINE, voice },
    });
  });

  it('*on regarde* is said once, never over what was said already', () => {
    const records = asked();
    say(records, 'looking');
    expect(stepIn(records)).toBe('looking');
    say(records, 'talk');
    expect(say(records, 'looking')).toBeNull();
    expect(stepIn(records)).toBe('talk');
  });

  it('*on en parle* keeps it open for a yes; *on continue* leaves the next step to her', () => {
    const talked = asked();
    say(talked, 'talk');
    expect(give(talked, { request: requestId(1) })).toBeNull();
    const goOn = asked();
    say(goOn, 'continue');
    expect(give(goOn, { request: requestId(1) })).toEqual({ type: 'RequestClosed', step: 'continue' });
    expect(say(goOn, 'talk')).toEqual({ type: 'RequestClosed', step: 'continue' });
  });

  it('is the advisor’s of this structure, to one of its people', () => {
    expect(say(asked(), 'talk', { actor: me })).toEqual({ type: 'NotYours' });
    expect(say(asked({ structure: 'ailleurs' as typeof STRUCTURE }), 'talk')).toEqual({ type: 'RequestUnknown' });
    expect(say(house(), 'talk')).toEqual({ type: 'RequestUnknown' });
  });
});

describe('receiving a badge', () => {
  const receive = (records: Overlay, judging: Partial<Judgement> = {}) => {
    const thanks = { media: mediaId(9), ms: 900 };
    const decided = receiveBadge.decide(records, { badge: badgeId(1), thanks }, judgingAs(me, judging));
    if (decided.ok) records.apply(decided.value);
    return decided.ok ? decided.value.length : decided.error;
  };

  it('says when, with her thanks; the first time counts', () => {
    const records = house(aRow(OPEN, 'badge', badgeId(1), aBadge({ event: EVENT })));
    expect(receive(records)).toBe(1);
    expect(isOne(records, badgeId(1))).toMatchObject({ received: NINE, thanks: { ms: 900 }, event: EVENT });
    expect(receive(records, { at: NINE + 5 })).toBe(0);
  });

  it('is hers alone, of a badge that is there', () => {
    expect(receive(house())).toEqual({ type: 'BadgeUnknown' });
    expect(receive(house(), { actor: nadia })).toEqual({ type: 'NotYours' });
    expect(receiveBadge.needs({ badge: badgeId(1) }, { actor: { role: 'person', person: uuidOf(9) as typeof PERSON }, facts: {} })).toEqual(
      [{ scope: `p:${uuidOf(9)}`, kind: 'badge', id: badgeId(1) }],
    );
  });
});
