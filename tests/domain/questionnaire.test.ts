import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ItemId, Questionnaire, SLOTS, screensOf } from '#domain/questionnaire';
import { aCommon, aQuestionnaire, option } from '../build/asking.ts';

const problem = (from: unknown): string | null => v.safeParse(Questionnaire, from).issues?.[0]?.message ?? null;

describe('a questionnaire', () => {
  it('may be whole, or only what a mould asks of its own', () => {
    expect(problem(aCommon())).toBeNull();
    expect(problem(aQuestionnaire())).toBeNull();
    expect(problem({})).toBeNull();
  });

  it('asks *how* by the four scenes and by nothing else, and never leaves it out', () => {
    expect(problem({ how: [{ kind: 'voice' }] })).toBe('how is asked by the four scenes');
    expect(problem({ how: [{ kind: 'help' }, { kind: 'feel' }] })).toBe('how is asked by the four scenes');
    expect(problem({ without: ['how'] })).not.toBeNull();
  });

  it('expects only what it offers', () => {
    const options = ['stop', 'go-on'].map(option);
    expect(problem({ did: [{ kind: 'pick1', options, expected: 'stop' }] })).toBeNull();
    expect(problem({ did: [{ kind: 'pick1', options, expected: 'run' }] })).toBe('what is expected is not offered');
  });

  it('has a way to show for a person nobody may photograph or record', () => {
    expect(problem({ show: [{ kind: 'photo' }, { kind: 'voice' }] })).toBe('there is no way to show without a camera or a microphone');
    expect(problem({ show: [{ kind: 'photo' }, { kind: 'witness' }] })).toBeNull();
    expect(problem({ show: [{ kind: 'gesture' }, { kind: 'feel' }] })).toBe('there is a way to show that shows nothing');
  });

  it('never asks for two captures in a row', () => {
    expect(problem({ did: [{ kind: 'voice' }], watched: [{ kind: 'photo' }] })).toBe('two screens in a row ask for a capture');
    expect(problem({ did: [{ kind: 'voice' }], watched: [{ kind: 'yna' }] })).toBeNull();
    expect(problem({ watched: [{ kind: 'voice' }], means: [{ kind: 'voice' }] })).toBeNull();
  });

  it('offers each way once, four at most', () => {
    expect(problem({ show: [{ kind: 'gesture' }, { kind: 'gesture' }] })).toBe('the same way stands there twice');
    const five = ['photo', 'video', 'voice', 'gesture', 'witness'].map((kind) => ({ kind }));
    expect(problem({ show: five })).not.toBeNull();
  });
});

describe('the screens', () => {
  const slots = (own: Questionnaire | undefined) => screensOf(own, aCommon()).map(({ slot }) => slot);

  it('are six at most, always in the same order, whatever the order they were written in', () => {
    expect(slots(aQuestionnaire())).toEqual([...SLOTS]);
    const backwards = Object.fromEntries(Object.entries({ ...aCommon(), ...aQuestionnaire() }).toReversed());
    expect(slots(v.parse(Questionnaire, backwards))).toEqual([...SLOTS]);
  });

  it('leave out what a mould has no question for, and what it does not want of the common ones', () => {
    expect(slots(undefined)).toEqual(['situation', 'how', 'show', 'means']);
    expect(slots({ without: ['show', 'situation'] })).toEqual(['how', 'means']);
  });

  it('name each question by its place and its kind', () => {
    const ids = screensOf(aQuestionnaire(), aCommon()).flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toEqual([
      'situation-pick1',
      'did-pickN',
      'watched-order',
      'how-help',
      'show-photo',
      'show-voice',
      'show-gesture',
      'show-witness',
      'means-feel',
    ]);
    for (const id of ids) expect(v.parse(ItemId, id)).toBe(id);
    expect(v.safeParse(ItemId, 'did-essay').success).toBe(false);
  });

  it('take the common words where a question has none of its own', () => {
    const [, how] = screensOf({ how: [{ kind: 'help' }] }, aCommon());
    expect(how?.items[0]?.question.ask?.fr).toBe('Comment faites-vous ?');
    const [own] = screensOf({ situation: [{ kind: 'voice', ask: { fr: 'Racontez.' } }] }, aCommon());
    expect(own?.items[0]?.question.ask?.fr).toBe('Racontez.');
  });
});
