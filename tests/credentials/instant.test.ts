import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatInstant, parseInstant } from '#credentials/instant';

it('instants are read as JavaScript reads them', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), (date) => {
      expect(parseInstant(date.toISOString())).toBe(date.getTime());
    }),
  );
  for (const text of [
    '2026-05-30T11:00:00+02:00',
    '2026-05-30T05:30:00.000-03:30',
    '2024-02-29T00:00:00Z',
    '2026-05-30T09:00:00.123456Z',
  ]) {
    expect(parseInstant(text), text).toBe(Date.parse(text));
  }
});

it('days that do not exist, local times and anything else are no instants', () => {
  for (const text of [
    '2026-02-29T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00',
    '2026-01-01',
    '2026-01-01T00:00:00+15:00',
    '2026-01-01 00:00:00Z',
    '1900-02-29T00:00:00Z',
    '',
    'now',
    5,
    null,
    undefined,
  ])
    expect(parseInstant(text), String(text)).toBeNull();
});

it('instants are written in whole seconds of UTC', () => {
  expect(formatInstant(Date.UTC(2026, 4, 30, 9, 0, 0, 999))).toBe('2026-05-30T09:00:00Z');
});
