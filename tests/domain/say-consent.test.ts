import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindAction } from '#domain/actions';
import type { Actor } from '#domain/device';
import { scopeOf } from '#domain/ids';
import { overlayOf } from '#domain/records';
import { sayConsent } from '#domain/say-consent';
import { me, nadia } from '../build/asking.ts';
import { badgeId, PERSON } from '../build/field.ts';

const MINE = scopeOf('p', PERSON);

interface Word {
  readonly said: 'yes' | 'later';
  readonly at: number;
  readonly device: string;
}

const sayAll = (words: readonly Word[], place: 'phone' | 'server') => {
  const records = overlayOf([]);
  for (const { said, at, device } of words) {
    const judgement = { place, now: at, at, actor: me, device, facts: {} } as const;
    const decided = sayConsent.decide(records, { topic: 'team', said, locale: 'fr' }, judgement);
    if (decided.ok) records.apply(decided.value);
  }
  return records.get(MINE, 'consent', 'team');
};

const aWord = fc.record({
  said: fc.constantFrom('yes' as const, 'later' as const),
  at: fc.nat(1_000_000),
  device: fc.constantFrom('zPhone', 'zTablet'),
});

describe('consent', () => {
  it('is kept with its time and the language it was said in', () => {
    expect(sayAll([{ said: 'yes', at: 7, device: 'zPhone' }], 'server')).toEqual({ said: 'yes', at: 7, locale: 'fr' });
  });

  it('that was put off can be given later, and taken back again', () => {
    const words = ['later', 'yes', 'later'] as const;
    const told = words.map((said, i) => ({ said, at: i + 1, device: 'zPhone' }));
    expect(told.map((_, i) => sayAll(told.slice(0, i + 1), 'server')?.said)).toEqual(words);
  });

  it('is hers alone to give: nobody else says it for her, and hers reaches nobody else', () => {
    const judgement = { place: 'server', now: 1, at: 1, device: 'zTablet', facts: {} } as const;
    const args = { topic: 'kept', said: 'yes', locale: 'fr' } as const;
    expect(sayConsent.decide(overlayOf([]), args, { ...judgement, actor: nadia })).toEqual({ ok: false, error: { type: 'NotYours' } });
    const other: Actor = { role: 'person', person: badgeId(50) as never };
    expect(sayConsent.needs(args, { actor: other, facts: {} })).toEqual([{ scope: `p:${badgeId(50)}`, kind: 'consent', id: 'kept' }]);
  });

  it('knows no third answer and no other topic', () => {
    for (const change of [{ said: 'no' }, { topic: 'everything' }, { locale: '<b>' }, { locale: 'a'.repeat(40) }]) {
      const args = { topic: 'kept', said: 'yes', locale: 'fr', ...change };
      expect(bindAction({ name: 'say-consent', v: 1, args })).toEqual({ ok: false, error: { type: 'ActionMalformed' } });
    }
  });

  it('ends the same on the server in whatever order the words of two devices arrive', () => {
    const distinct = fc.uniqueArray(aWord, { minLength: 1, maxLength: 8, selector: ({ at, device }) => `${at} ${device}` });
    const shuffled = distinct.chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })));
    fc.assert(
      fc.property(shuffled, ([words, order]) => {
        expect(sayAll(order, 'server')).toEqual(sayAll(words, 'server'));
      }),
    );
  });

  it('on the phone is always what was tapped last, even when its clock runs backwards', () => {
    fc.assert(
      fc.property(fc.array(aWord, { minLength: 1, maxLength: 8 }), (words) => {
        expect(sayAll(words, 'phone')?.said).toBe(words.at(-1)?.said);
      }),
    );
  });
});
