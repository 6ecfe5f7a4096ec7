import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { couldBe, isEnough, KINDS, Question, rangeOf, touched } from '#domain/question';
import { option } from '../build/asking.ts';

const OPTIONS = ['a', 'b', 'c', 'd'].map(option);

/** One question of every kind. */
const QUESTIONS: readonly Question[] = KINDS.map((kind) => v.parse(Question, { kind, options: OPTIONS }));
const question = fc.constantFrom(...QUESTIONS, v.parse(Question, { kind: 'photo', pair: true }));
const thing = fc.constantFrom('a', 'b', 'c', 'd', 'alone', 'showing', 'no-day', 'yes', 'well', 'live', 'x1', 'x2', 'x3', 'x4', 'x5');

const touchAll = (asked: Question, things: readonly string[]) =>
  things.reduce<readonly string[]>((chosen, what) => touched(asked, chosen, what), []);
const picking = (kind: 'pick1' | 'pickN' | 'order') => v.parse(Question, { kind, options: OPTIONS });

describe('touching', () => {
  it('one of several takes the place of the one before, and stays when touched again', () => {
    expect(touchAll(picking('pick1'), ['a', 'c'])).toEqual(['c']);
    expect(touchAll(picking('pick1'), ['a', 'a'])).toEqual(['a']);
  });

  it('several keeps them in the order shown, and a second touch takes one back', () => {
    expect(touchAll(picking('pickN'), ['d', 'a', 'b', 'd'])).toEqual(['a', 'b']);
  });

  it('steps keeps the order of the touches, and a second touch takes one back', () => {
    expect(touchAll(picking('order'), ['c', 'a', 'b', 'a', 'd'])).toEqual(['c', 'b', 'd']);
  });

  it('what is not offered changes nothing', () => {
    expect(touchAll(picking('pickN'), ['z', 'a'])).toEqual(['a']);
  });

  it('keeps three photos and no fourth; a second film takes the place of the first; a thing taken back is gone', () => {
    const [photo, video] = [v.parse(Question, { kind: 'photo' }), v.parse(Question, { kind: 'video' })];
    expect(touchAll(photo, ['x1', 'x2', 'x3', 'x4'])).toEqual(['x1', 'x2', 'x3']);
    expect(touchAll(photo, ['x1', 'x2', 'x1'])).toEqual(['x2']);
    expect(touchAll(video, ['x1', 'x2'])).toEqual(['x2']);
    expect(touchAll(video, ['x1', 'x1'])).toEqual([]);
  });

  it('anything in any order gives an answer that could be given', () => {
    fc.assert(
      fc.property(question, fc.array(thing, { maxLength: 20 }), (asked, things) => {
        expect(couldBe(asked, touchAll(asked, things))).toBe(true);
      }),
    );
  });

  it('can always come to enough', () => {
    fc.assert(
      fc.property(question, fc.array(thing, { maxLength: 8 }), (asked, things) => {
        const { of } = rangeOf(asked);
        const rest = typeof of === 'string' ? ['y1', 'y2'] : of;
        const chosen = touchAll(asked, things);
        const more = rest.reduce((so, what) => (so.includes(what) ? so : touched(asked, so, what)), chosen);
        expect(isEnough(asked, more)).toBe(true);
      }),
    );
  });
});

describe('enough', () => {
  it('is every step of an order, both photos of a pair, one thing of all else', () => {
    expect(isEnough(picking('order'), ['a', 'b', 'c'])).toBe(false);
    expect(isEnough(picking('order'), ['a', 'b', 'c', 'd'])).toBe(true);
    expect(isEnough(v.parse(Question, { kind: 'photo', pair: true }), ['x1'])).toBe(false);
    expect(isEnough(picking('pickN'), [])).toBe(false);
    expect(isEnough(picking('pickN'), ['b'])).toBe(true);
  });
});

describe('a question', () => {
  const parses = (from: unknown) => v.safeParse(Question, from).success;

  it('has two to four choices, each of them once', () => {
    expect(parses({ kind: 'pick1', options: OPTIONS })).toBe(true);
    expect(parses({ kind: 'pick1', options: OPTIONS.slice(0, 1) })).toBe(false);
    expect(parses({ kind: 'pickN', options: [...OPTIONS, option('e')] })).toBe(false);
    expect(parses({ kind: 'order', options: [option('a'), option('a')] })).toBe(false);
  });

  it('is of a known kind', () => {
    expect(parses({ kind: 'essay' })).toBe(false);
  });
});
