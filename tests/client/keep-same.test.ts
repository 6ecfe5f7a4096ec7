import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSame } from '#client/keep-same';

describe('a view that is told again', () => {
  it('says the new thing, whatever both are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        expect(keepSame(before, now)).toEqual(now);
      }),
    );
  });

  it('is the very same when nothing has changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (said) => {
        expect(keepSame(said, structuredClone(said))).toBe(said);
      }),
    );
  });

  it('keeps what has not changed beside what has', () => {
    const before = { step: 'looking', shown: [{ id: 'a' }, { id: 'b', at: 1 }] };
    const now = keepSame(before, { step: 'given', shown: [{ id: 'a' }, { id: 'b', at: 2 }] });
    expect(now.shown[0]).toBe(before.shown[0]);
    expect(now.shown[1]).toEqual({ id: 'b', at: 2 });
  });
});
