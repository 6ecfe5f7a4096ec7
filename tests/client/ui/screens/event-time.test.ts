import { describe, expect, it } from 'vitest';
import { dayOf, daysOf, stateAt } from '#client/ui/screens/organiser/event-time';

const at = (text: string): number => new Date(text).getTime();
const HOUR = 3_600_000;

describe('the state of an event on a page that stays open', () => {
  const event = { opens: 1_000, closes: 2_000 };
  it('opens at its first moment and is over at its last', () => {
    expect([999, 1_000, 1_999, 2_000].map((now) => stateAt(now, event))).toEqual(['early', 'open', 'open', 'over']);
  });
});

describe('the days of an event', () => {
  it('are one day, its month in letters', () => {
    expect(daysOf({ opens: at('2025-11-13T09:00'), closes: at('2025-11-13T17:00') }, 'fr')).toBe('jeudi 13 novembre');
    expect(dayOf(at('2025-11-13T09:00'), 'uk')).toContain('листопада');
  });

  it('are still one day when it ends at midnight', () => {
    expect(daysOf({ opens: at('2025-11-13T20:00'), closes: at('2025-11-14T00:00') }, 'fr')).toBe('jeudi 13 novembre');
  });

  it('are from the first to the last when it lasts', () => {
    const days = daysOf({ opens: at('2025-11-13T09:00'), closes: at('2025-11-15T17:00') }, 'fr');
    expect(days).toContain('13');
    expect(days).toContain('15 novembre');
  });

  it('are not told when it is open for months: no day would be true', () => {
    expect(daysOf({ opens: 0, closes: 61 * 24 * HOUR }, 'fr')).toBeUndefined();
  });
});
