import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bindAction } from '#domain/actions';
import { KeepAnswer, keepAnswer } from '#domain/keep-answer';
import { keepReflection } from '#domain/keep-reflection';
import { screensOf } from '#domain/questionnaire';
import { type Overlay, overlayOf } from '#domain/records';
import { begin, goBack, goOn, type Reflecting, skip, touch } from '#domain/reflecting';
import { growthOf, proposedLevel, Reflection } from '#domain/reflection';
import {
  aCommon,
  anAnswer,
  aQuestionnaire,
  aReflection,
  evidenceId,
  HERS,
  judgingAs,
  me,
  NINE,
  nadia,
  reflectionId,
  someAnswers,
  TEAM,
} from '../build/asking.ts';
import { aRow } from '../build/field.ts';

const ID = reflectionId(1);
const heldIn = (records: Overlay) => records.get(HERS, 'reflection', ID);

const aTap = (change: Partial<KeepAnswer> = {}): KeepAnswer => ({ reflection: ID, mould: TEAM, here: 'did', ...change });
const answered = (item: string, ...chosen: readonly string[]): NonNullable<KeepAnswer['answered']> => ({
  item,
  chosen: [...chosen],
  with: 'self',
  heard: 'fr',
});

interface When {
  readonly at?: number;
  readonly device?: string;
  readonly place?: 'phone' | 'server';
}

const tap = (records: Overlay, args: KeepAnswer, { at = NINE, device = 'zPhone', place = 'server' }: When = {}) => {
  const decided = keepAnswer.decide(records, args, judgingAs(me, { at, now: at, device, place }));
  if (decided.ok) records.apply(decided.value);
  return decided.ok ? null : decided.error;
};

describe('a tap in a questionnaire', () => {
  it('is kept at once, where only she sees it', () => {
    const records = overlayOf([]);
    expect(tap(records, aTap({ answered: answered('situation-pick1', 'yesterday') }))).toBeNull();
    expect(heldIn(records)).toEqual({
      step: 'open',
      mould: TEAM,
      begun: NINE,
      here: 'did',
      answers: { 'situation-pick1': anAnswer(['yesterday']) },
    });
  });

  it('keeps every state the screens can come to, so that it goes on exactly there', () => {
    const screens = screensOf(aQuestionnaire(), aCommon());
    const how = { at: NINE, with: 'self', heard: 'fr' } as const;
    const items = screens.flatMap(({ items: all }) => all.map(({ id }) => id));
    const things = ['today', 'carry', 'tidy', 'listen', 'repeat', 'do', 'alone', evidenceId(1), 'live', 'well'];
    const aStep = fc.oneof(
      fc.tuple(fc.constantFrom(...items), fc.constantFrom(...things)).map(
        ([item, what]) =>
          (now: Reflecting) =>
            touch(screens, now, item, what, how),
      ),
      fc.constantFrom(
        (now: Reflecting) => goOn(screens, now),
        (now: Reflecting) => goBack(screens, now),
        (now: Reflecting) => skip(screens, now, how),
      ),
    );
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 1, maxLength: 40 }), (steps) => {
        const records = overlayOf([]);
        let now = begin(screens);
        for (const step of steps) {
          const next = step(now);
          const [item] = Object.keys(next.answers).filter((one) => next.answers[one] !== now.answers[one]);
          const said = item && next.answers[item];
          expect(
            tap(records, aTap({ here: next.here, ...(said && { answered: answered(item, ...said.chosen) }) }), { place: 'phone' }),
          ).toBeNull();
          now = next;
        }
        const kept = heldIn(records);
        expect({ here: kept?.here, answers: kept?.answers }).toEqual(now);
        expect(v.parse(Reflection, kept)).toEqual(kept);
      }),
    );
  });

  it('ends the same in whatever order the taps of two devices arrive', () => {
    const someTap = fc.record({
      at: fc.nat(1000),
      device: fc.constantFrom('zPhone', 'zTablet'),
      what: fc.constantFrom('today', 'yesterday'),
      item: fc.constantFrom('situation-pick1', 'did-pickN'),
      here: fc.constantFrom('did' as const, 'watched' as const),
    });
    const distinct = fc.uniqueArray(someTap, { minLength: 1, maxLength: 8, selector: ({ at, device }) => `${at} ${device}` });
    const shuffled = distinct.chain((taps) => fc.tuple(fc.constant(taps), fc.shuffledSubarray(taps, { minLength: taps.length })));
    fc.assert(
      fc.property(shuffled, ([taps, order]) => {
        const [one, other] = [taps, order].map((some) => {
          const records = overlayOf([]);
          for (const { at, device, what, item, here } of some) tap(records, aTap({ here, answered: answered(item, what) }), { at, device });
          return heldIn(records);
        });
        expect(one).toEqual(other);
      }),
    );
  });

  it('starts with the answers of an earlier time, when she goes on with it', () => {
    const records = overlayOf([aRow(HERS, 'reflection', reflectionId(2), { ...aReflection(), step: 'sent', request: ID as never })]);
    expect(tap(records, aTap({ from: reflectionId(2), here: 'show' }))).toBeNull();
    expect(heldIn(records)).toMatchObject({ step: 'open', here: 'show', answers: someAnswers() });
    expect(records.get(HERS, 'reflection', reflectionId(2))?.step).toBe('sent');
  });

  it('changes nothing of what was sent', () => {
    const sent = { ...aReflection(), step: 'sent' as const, request: ID as never };
    expect(tap(overlayOf([aRow(HERS, 'reflection', ID, sent)]), aTap())).toEqual({ type: 'RequestClosed', step: 'sent' });
  });

  it('never passes over *how*, and belongs to one badge', () => {
    expect(v.safeParse(KeepAnswer, aTap({ answered: answered('how-skipped') })).success).toBe(false);
    expect(v.safeParse(KeepAnswer, aTap({ answered: answered('did-skipped') })).success).toBe(true);
    const other = aTap({ mould: 'a-l-heure' as typeof TEAM });
    expect(tap(overlayOf([aRow(HERS, 'reflection', ID, aReflection())]), other)).toEqual({ type: 'ActionMalformed' });
  });

  it('is nobody else’s to make', () => {
    expect(keepAnswer.decide(overlayOf([]), aTap(), judgingAs(nadia))).toEqual({ ok: false, error: { type: 'NotYours' } });
  });

  it('travels and is bound to its rule', () => {
    expect(bindAction({ name: 'keep-answer', v: 1, args: aTap({ answered: answered('how-help', 'alone') }) }).ok).toBe(true);
    expect(bindAction({ name: 'keep-answer', v: 1, args: aTap({ answered: answered('how-essay', 'x') }) }).ok).toBe(false);
  });
});

describe('keeping it for herself', () => {
  const keep = (records: Overlay) => {
    const decided = keepReflection.decide(records, { reflection: ID }, judgingAs(me));
    if (decided.ok) records.apply(decided.value);
    return decided.ok ? heldIn(records)?.step : decided.error;
  };

  it('puts it aside, and it can be gone on with', () => {
    const records = overlayOf([aRow(HERS, 'reflection', ID, aReflection())]);
    expect(keep(records)).toBe('kept');
    expect(keep(records)).toBe('kept');
    expect(tap(records, aTap(), { at: NINE + 1 })).toBeNull();
    expect(heldIn(records)).toMatchObject({ step: 'open', answers: someAnswers() });
  });

  it('needs something to keep that was not sent', () => {
    expect(keep(overlayOf([]))).toEqual({ type: 'RequestUnknown' });
    const sent = { ...aReflection(), step: 'sent' as const, request: ID as never };
    expect(keep(overlayOf([aRow(HERS, 'reflection', ID, sent)]))).toEqual({ type: 'RequestClosed', step: 'sent' });
  });
});

describe('what was answered', () => {
  it('proposes a level by *how*, and by nothing else', () => {
    const level = (scene: string) => proposedLevel(someAnswers({ 'how-help': anAnswer([scene]) }));
    expect(['shown', 'together', 'alone', 'showing', 'nonsense'].map(level)).toEqual([1, 1, 2, 3, null]);
    expect(proposedLevel({ 'how-help': anAnswer([]) })).toBeNull();
    expect(proposedLevel({})).toBeNull();
  });

  it('stands side by side with what was answered at other times, earliest first', () => {
    const times = [3, 1, 2].map((n) => ({
      begun: n,
      answers: { 'how-help': anAnswer([['', 'shown', 'together', 'alone'][n] ?? '']), ...(n === 2 && { 'did-skipped': anAnswer([]) }) },
    }));
    const growth = growthOf(times);
    expect(growth.get('how-help')?.map(({ chosen }) => chosen[0])).toEqual(['shown', 'together', 'alone']);
    expect(growth.has('did-skipped')).toBe(false);
  });
});
