import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { eraseDevice } from '#client/device/erase';
import { makePocket } from '#client/device/pocket';

test('nothing of its owner stays on this device: databases, home as it stood, choices; the voices may stay', async () => {
  // Whatever a test before this one left in the same browser.
  await eraseDevice();
  const open = new Dexie('pepites');
  open.version(1).stores({ rows: 'id' });
  await open.table('rows').put({ id: 'hers' });
  await makePocket().put({ someone: true });
  await (await caches.open('pepites-first-screen')).put('/', new Response('Amina'));
  await (await caches.open('pepites-documents')).put('/seen', new Response('{}'));
  await (await caches.open('pepites-voice')).put('/voice/fr/a.mp3', new Response('voice'));
  localStorage.setItem('pepites-settings', '{"locale":"ar"}');
  localStorage.setItem('pepites-shown', '{}');
  localStorage.setItem('other', 'stays');

  // A connection that is open does not keep it from being erased.
  await eraseDevice();

  expect((await indexedDB.databases()).filter(({ name }) => name?.startsWith('pepites'))).toEqual([]);
  expect((await caches.keys()).filter((name) => name.startsWith('pepites'))).toEqual(['pepites-voice']);
  expect([localStorage.getItem('pepites-settings'), localStorage.getItem('pepites-shown'), localStorage.getItem('other')]).toEqual([
    null,
    null,
    'stays',
  ]);
  localStorage.clear();
  await caches.delete('pepites-voice');
});

test('a device that keeps nothing is erased without a complaint', async () => {
  await expect(eraseDevice()).resolves.toBeUndefined();
});
