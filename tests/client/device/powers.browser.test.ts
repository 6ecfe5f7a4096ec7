import { afterEach, expect, test, vi } from 'vitest';
import { isOnline, makeOnline } from '#client/device/online';
import { askToKeep } from '#client/device/persist';
import { share } from '#client/device/share';
import { makeWakeLock } from '#client/device/wake-lock';

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'share');
  Reflect.deleteProperty(navigator, 'wakeLock');
});

const give = (power: string, value: unknown): void => void Object.defineProperty(navigator, power, { value, configurable: true });

test('without a share sheet the answer is false', async () => {
  expect(await share('Accueil', 'https://pepites.example/b/1')).toBe(false);
});

test('the share sheet gets the title and the address', async () => {
  const sheet = vi.fn<() => Promise<void>>(async () => undefined);
  give('share', sheet);
  expect(await share('Accueil', 'https://pepites.example/b/1')).toBe(true);
  expect(sheet).toHaveBeenCalledWith({ title: 'Accueil', url: 'https://pepites.example/b/1' });
});

test('closing the share sheet is not a failure; a sheet that cannot open is none', async () => {
  give('share', () => Promise.reject(new DOMException('closed', 'AbortError')));
  expect(await share('Accueil', 'https://pepites.example/b/1')).toBe(true);
  give('share', () => Promise.reject(new DOMException('no tap', 'NotAllowedError')));
  expect(await share('Accueil', 'https://pepites.example/b/1')).toBe(false);
});

test('the wake lock is taken, taken again when the page is back, and released at its stop', async () => {
  const release = vi.fn<() => Promise<void>>(async () => undefined);
  const request = vi.fn<() => Promise<unknown>>(async () => ({ release }));
  give('wakeLock', { request });
  const stop = makeWakeLock();
  await vi.waitFor(() => expect(request).toHaveBeenCalledTimes(1));
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(request).toHaveBeenCalledTimes(2));
  stop();
  await vi.waitFor(() => expect(release).toHaveBeenCalled());
  document.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledTimes(2);
});

test('a refused wake lock, or none at all, is no error', () => {
  give('wakeLock', { request: () => Promise.reject(new DOMException('low battery', 'NotAllowedError')) });
  expect(makeWakeLock()).not.toThrow();
  give('wakeLock', undefined);
  expect(makeWakeLock()).not.toThrow();
});

test('the network is told when it changes, until stopped', () => {
  const told: boolean[] = [];
  const stop = makeOnline((online) => void told.push(online));
  dispatchEvent(new Event('online'));
  stop();
  dispatchEvent(new Event('online'));
  expect(told).toEqual([isOnline()]);
});

test('what the browser promises about keeping is told as it is', async () => {
  vi.spyOn(StorageManager.prototype, 'persisted').mockResolvedValue(false);
  vi.spyOn(StorageManager.prototype, 'persist').mockResolvedValueOnce(true).mockRejectedValueOnce(new TypeError());
  expect(await askToKeep()).toBe(true);
  expect(await askToKeep()).toBe(false);
});
