import { expect, test } from 'vitest';
import { makePocket } from '#client/device/pocket';

const fresh = () => `pocket-${crypto.randomUUID()}`;

test('what is put in the pocket is there for whoever opens it next', async () => {
  const name = fresh();
  expect(await makePocket(name).read()).toEqual({ ticket: undefined, someone: false });
  await makePocket(name).put({ ticket: 'https://pepites.example/e#abc' });
  await makePocket(name).put({ someone: true });
  expect(await makePocket(name).read()).toEqual({ ticket: 'https://pepites.example/e#abc', someone: true });
});

test('a pocket holds one ticket, which can be taken out', async () => {
  const pocket = makePocket(fresh());
  await pocket.put({ ticket: 'one' });
  await pocket.put({ ticket: 'two' });
  expect((await pocket.read()).ticket).toBe('two');
  await pocket.put({ ticket: undefined });
  expect((await pocket.read()).ticket).toBeUndefined();
});
