import { expect, test } from 'vitest';
import { uuidv7 } from '#base/uuid';

const ones = (size: number) => new Uint8Array(size).fill(0xff);

test('a UUIDv7 says its version, its variant and its millisecond', () => {
  const id = uuidv7(() => Date.parse('2026-05-30T09:00:00.123Z'), ones);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-05-30T09:00:00.123Z'));
});

test('later ids sort later', () => {
  const at = (ms: number) => uuidv7(() => ms, ones);
  expect(at(1_000) < at(1_001)).toBe(true);
  expect(at(2 ** 40) < at(2 ** 40 + 1)).toBe(true);
});

test('a clock before 1970 or beyond 48 bits still gives an id', () => {
  expect(uuidv7(() => -5, ones)).toMatch(/^00000000-0000-7/);
  expect(uuidv7(() => 2 ** 60, ones)).toMatch(/^ffffffff-ffff-7/);
});
