import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOrder } from '#client/ui/screens/person/code-order';
import { MARK_NAMES } from '#domain/person';

const someone = fc.record({
  firstName: fc.string({ minLength: 1, maxLength: 30 }),
  figure: fc.constantFrom('figure-01', 'figure-02', 'figure-24'),
  mark: fc.constantFrom(...MARK_NAMES),
});

describe('the places of the twelve pictures', () => {
  it('hold each picture once, for anybody', () => {
    fc.assert(
      fc.property(someone, (me) => {
        expect(codeOrder(me, 12).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      }),
    );
  });

  it('are the same each time for one person', () => {
    fc.assert(
      fc.property(someone, (me) => {
        expect(codeOrder(me, 12)).toEqual(codeOrder({ ...me }, 12));
      }),
    );
  });

  it('differ between neighbours, so that nobody learns a code over a shoulder', () => {
    const amina = { firstName: 'Amina', figure: 'figure-01', mark: 'drop' } as const;
    const orders = ['Amina', 'Karim', 'René', 'Moussa', 'Claire'].map((firstName) => codeOrder({ ...amina, firstName }, 12).join());
    expect(new Set(orders).size).toBe(orders.length);
  });
});
