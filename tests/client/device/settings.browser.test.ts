import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSettings, writeSettings } from '#client/device/settings';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const nothing = {
  sound: 'not-asked',
  locale: null,
  forgotten: 0,
  knowsPhotos: false,
  consentDue: false,
  starts: 0,
  installAsked: false,
  phone: 'not-asked',
  touchedAt: 0,
};

test('nothing is chosen at first', () => {
  expect(readSettings()).toEqual(nothing);
});

test('a choice is kept beside the others', () => {
  writeSettings({ sound: 'earphones' });
  writeSettings({ locale: 'fr' });
  expect(readSettings()).toEqual({ ...nothing, sound: 'earphones', locale: 'fr' });
});

test('what was looked at is kept too', () => {
  writeSettings({ forgotten: 7 });
  expect(readSettings()).toEqual({ ...nothing, forgotten: 7 });
});

test.each(['{', 'null', '7', '[]', '{"sound":"loud","locale":3,"forgotten":"x"}'])('what is kept as %s counts as nothing', (kept) => {
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
