import { afterEach, describe, expect, it } from 'vitest';
import { createStaffPrecache } from '#client/worker/staff-precache';

const NAME = 'staff-test';
// Files that this test's own server has, with no side effect.
const [one, two] = ['/src/base/result.ts', '/src/base/uuid.ts'];

const kept = async () => (await (await caches.open(NAME)).keys()).map(({ url }) => new URL(url).pathname).sort();

afterEach(() => caches.delete(NAME));

describe('the staff’s precache', () => {
  it('keeps nothing on a person’s device, whatever versions come and go', async () => {
    const staff = createStaffPrecache(caches, [one], NAME);
    await staff.renew();
    await staff.sweep();
    expect(await caches.has(NAME)).toBe(false);
  });

  it('keeps every file once asked, and answers with it', async () => {
    const staff = createStaffPrecache(caches, [one, two], NAME);
    await staff.keep();
    expect(await kept()).toEqual([one, two].sort());
    const cache = await caches.open(NAME);
    await cache.put(one, new Response('kept'));
    expect(await (await staff.answer(new Request(one))).text()).toBe('kept');
  });

  it('is complete before a new version starts, and drops the old version’s files only when that is in use', async () => {
    await createStaffPrecache(caches, [one], NAME).keep();
    const next = createStaffPrecache(caches, [two], NAME);
    await next.renew();
    expect(await kept()).toEqual([one, two].sort());
    await next.sweep();
    expect(await kept()).toEqual([two]);
  });

  it('asks the network for a file it has not', async () => {
    const staff = createStaffPrecache(caches, [], NAME);
    expect((await staff.answer(new Request(one))).ok).toBe(true);
  });
});
