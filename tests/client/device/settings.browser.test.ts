import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSettings, writeSettings } from '#client/device/settings';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const nothing = { sound: 'not-asked', locale: null };

test('nothing is chosen at first', () => {
  expect(readSettings()).toEqual(nothing);
});

test('a choice is kept beside the others', () => {
  writeSettings({ sound: 'earphones' });
  writeSettings({ locale: 'fr' });
  expect(readSettings()).toEqual({ sound: 'earphones', locale: 'fr' });
});

test.each(['{', 'null', '7', '[]', '{"sound":"loud","locale":3}'])('what is kept as %s counts as nothing', (kept) => {
  localStorage.setItem('pepites-settings', kept);
  expect(readSettings()).toEqual(nothing);
});

test('a browser that keeps nothing is no error', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('off', 'SecurityError');
  });
  writeSettings({ sound: 'quiet' });
  expect(readSettings()).toEqual(nothing);
});
