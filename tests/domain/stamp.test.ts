import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLater, stampAt } from '#domain/stamp';

const time = fc.integer({ min: 0, max: 2 ** 47 });
const device = fc.constantFrom('z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', 'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv');

describe('a stamp', () => {
  it('sorts as text as its time sorts as a number', () => {
    fc.assert(
      fc.property(time, time, device, (a, b, who) => {
        expect(isLater(stampAt(a, who), stampAt(b, who))).toBe(a >= b);
      }),
    );
  });

  it('made after another was seen is later than it, however slow the clock', () => {
    fc.assert(
      fc.property(time, time, device, device, (seen, now, one, two) => {
        const before = stampAt(seen, one);
        expect(isLater(stampAt(now, two, before), before)).toBe(true);
      }),
    );
  });

  it('of two devices at one moment is later for exactly one of them', () => {
    const [one, two] = [stampAt(5, 'zPhone-one-phone'), stampAt(5, 'zPhone-two-phone')];
    expect(isLater(one, two)).not.toBe(isLater(two, one));
  });

  it('beats a field that was never written', () => {
    expect(isLater(stampAt(0, 'z'), undefined)).toBe(true);
  });
});
