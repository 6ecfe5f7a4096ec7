import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couldBe } from '#domain/question';
import { type Questionnaire, type Screen, screensOf } from '#domain/questionnaire';
import {
  begin,
  type Circumstances,
  goBack,
  goOn,
  isThrough,
  mayGoOn,
  type Reflecting,
  resume,
  screenAt,
  skip,
  stonesOf,
  touch,
  unexpected,
} from '#domain/reflecting';
import { slotOf } from '#domain/reflection';
import { aCommon, anAnswer, aQuestionnaire, NINE, option } from '../build/asking.ts';

const SCREENS = screensOf(aQuestionnaire(), aCommon());
const HOW: Circumstances = { at: NINE, with: 'self', heard: 'fr' };

type Tap = (screens: readonly Screen[], now: Reflecting) => Reflecting;

const touching =
  (item: string, what: string, how = HOW): Tap =>
  (screens, now) =>
    touch(screens, now, item, what, how);
const skipping: Tap = (screens, now) => skip(screens, now, HOW);

const doAll = (taps: readonly Tap[], from = begin(SCREENS), screens: readonly Screen[] = SCREENS) =>
  taps.reduce((now, tap) => tap(screens, now), from);

const ITEMS = SCREENS.flatMap(({ items }) => items.map(({ id }) => id));
const THINGS = ['today', 'yesterday', 'carry', 'tidy', 'listen', 'repeat', 'do', 'alone', 'showing', 'live', 'well', 'x1', 'x2', 'z'];

/** Any tap there is, on any screen. */
const aTap = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...ITEMS), fc.constantFrom(...THINGS)).map(([item, what]) => touching(item, what)) },
  { weight: 3, arbitrary: fc.constant<Tap>(goOn) },
  { weight: 1, arbitrary: fc.constant<Tap>(goBack) },
  { weight: 2, arbitrary: fc.constant(skipping) },
);
const someTaps = fc.array(aTap, { maxLength: 60 });

/** What does not hold and must, however one came here. */
const faults = (screens: readonly Screen[], now: Reflecting): readonly string[] => {
  const questions = new Map(screens.flatMap(({ items }) => items).map(({ id, question }) => [id, question]));
  const odd = Object.entries(now.answers).filter(([item, { chosen }]) => {
    const question = questions.get(item);
    return question ? !couldBe(question, chosen) : !/^(situation|did|watched|show|means)-skipped$/.test(item);
  });
  const stones = stonesOf(screens, now);
  const jumped = stones.slice(
    0,
    stones.findIndex(({ here }) => here),
  );
  return [
    ...(screenAt(screens, now) ? [] : ['nowhere']),
    ...odd.map(([item]) => `${item} could not be answered so`),
    ...jumped.filter(({ is }) => is === 'to-come').map(({ slot }) => `${slot} was jumped over`),
  ];
};

describe('answering', () => {
  it('any taps in any order never leave the path: every screen before this one is answered or was passed over', () => {
    fc.assert(
      fc.property(someTaps, (taps) => {
        expect(faults(SCREENS, doAll(taps))).toEqual([]);
      }),
    );
  });

  it('goes on exactly where it stood when the app was killed in the middle', () => {
    fc.assert(
      fc.property(someTaps, (taps) => {
        const now = doAll(taps);
        expect(resume(SCREENS, JSON.parse(JSON.stringify(now)))).toEqual(now);
      }),
    );
  });

  it('killed after any tap, ends as if it had never been', () => {
    fc.assert(
      fc.property(someTaps, fc.nat(60), (taps, at) => {
        const before = doAll(taps.slice(0, at));
        expect(doAll(taps.slice(at), resume(SCREENS, before))).toEqual(doAll(taps));
      }),
    );
  });

  it('begins at the first screen and goes on only when this one has its answer', () => {
    const now = begin(SCREENS);
    expect(now.here).toBe('situation');
    expect(mayGoOn(SCREENS, now)).toBe(false);
    expect(goOn(SCREENS, now)).toBe(now);
    const answered = doAll([touching('situation-pick1', 'today')]);
    expect(answered.here).toBe('situation');
    expect(goOn(SCREENS, answered).here).toBe('did');
  });

  it('touches nothing on a screen that is not shown', () => {
    const now = begin(SCREENS);
    expect(doAll([touching('how-help', 'alone')])).toEqual(now);
  });

  it('may pass over any screen but *how*', () => {
    const now = doAll([skipping, skipping, skipping, skipping, skipping]);
    expect(now.here).toBe('how');
    expect(mayGoOn(SCREENS, now)).toBe(false);
    const after = doAll([touching('how-help', 'together'), goOn, skipping, skipping], now);
    expect(after.here).toBe('means');
    expect(isThrough(SCREENS, after)).toBe(true);
  });

  it('keeps what was answered when the screen is then passed over', () => {
    const now = doAll([touching('situation-pick1', 'today'), skipping]);
    expect(now).toEqual({ here: 'did', answers: { 'situation-pick1': anAnswer(['today']) } });
  });

  it('on a screen with several ways is answered by any one of them', () => {
    const shown = doAll([touching('show-gesture', 'live')], { here: 'show', answers: {} });
    expect(mayGoOn(SCREENS, shown)).toBe(true);
  });

  it('says with whose help, each time anew', () => {
    const now = doAll([touching('situation-pick1', 'today'), touching('situation-pick1', 'yesterday', { ...HOW, with: 'interpreter' })]);
    expect(now.answers['situation-pick1']).toMatchObject({ chosen: ['yesterday'], with: 'interpreter' });
  });

  it('shows its path as stones, one a screen', () => {
    const now = doAll([touching('situation-pick1', 'today'), goOn, skipping]);
    expect(stonesOf(SCREENS, now).map(({ slot, is, here }) => `${slot} ${is}${here ? ' here' : ''}`)).toEqual([
      'situation answered',
      'did passed',
      'watched to-come here',
      'how to-come',
      'show to-come',
      'means to-come',
    ]);
  });
});

describe('a questionnaire that has changed since', () => {
  const CHANGES: readonly Questionnaire[] = [
    aQuestionnaire(),
    {},
    { without: ['situation', 'show', 'means'] },
    aQuestionnaire({ did: [{ kind: 'pickN', options: ['carry', 'wash'].map(option) }] }),
    aQuestionnaire({ watched: [{ kind: 'yna' }] }),
  ];

  it('keeps what still fits, and never stands after a screen that was not answered', () => {
    fc.assert(
      fc.property(someTaps, fc.constantFrom(...CHANGES), someTaps, (taps, own, more) => {
        const screens = screensOf(own, aCommon());
        const resumed = resume(screens, doAll(taps));
        expect(faults(screens, resumed)).toEqual([]);
        expect(faults(screens, doAll(more, resumed, screens))).toEqual([]);
      }),
    );
  });

  it('drops an answer that is no longer offered, and asks again', () => {
    const screens = screensOf(CHANGES[3], aCommon());
    const stood: Reflecting = { here: 'how', answers: { 'situation-pick1': anAnswer(['today']), 'did-pickN': anAnswer(['tidy']) } };
    expect(resume(screens, stood)).toEqual({ here: 'did', answers: { 'situation-pick1': anAnswer(['today']) } });
  });

  it('loses nothing of the places it still has', () => {
    fc.assert(
      fc.property(someTaps, (taps) => {
        const before = doAll(taps);
        const after = resume(screensOf({}, aCommon()), before);
        const kept = Object.keys(before.answers).filter((item) => !['did', 'watched'].includes(slotOf(item)));
        expect(Object.keys(after.answers)).toEqual(kept);
      }),
    );
  });
});

describe('an answer safety does not expect', () => {
  const screens = screensOf({ did: [{ kind: 'pick1', options: ['stop', 'go-on'].map(option), expected: 'stop' }] }, aCommon());

  it('is told to the giver and refused to nobody', () => {
    const answers = (what: string) => doAll([skipping, touching('did-pick1', what), goOn], begin(screens), screens);
    expect(answers('go-on').here).toBe('how');
    expect(unexpected(screens, answers('go-on').answers)).toEqual(['did-pick1']);
    expect(unexpected(screens, answers('stop').answers)).toEqual([]);
    expect(unexpected(screens, {})).toEqual([]);
  });
});
