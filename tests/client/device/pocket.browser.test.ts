import { expect, test } from 'vitest';
import { makePocket } from '#client/device/pocket';

const fresh = () => `pocket-${crypto.randomUUID()}`;

test('what is put in the pocket is there for whoever opens it next', async () => {
  const name = fresh();
  expect(await makePocket(name).read()).toBeNull();
  await makePocket(name).put('https://pepites.example/e#abc');
  expect(await makePocket(name).read()).toBe('https://pepites.example/e#abc');
});

test('a pocket holds one thing, and can be emptied', async () => {
  const pocket = makePocket(fresh());
  await pocket.put('one');
  await pocket.put('two');
  expect(await pocket.read()).toBe('two');
  await pocket.put(null);
  expect(await pocket.read()).toBeNull();
});
