import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '#base/bytes';
import { sha256 } from '#credentials/sha256';
import { linkId } from '../../build/asking.ts';
import { badgeId } from '../../build/field.ts';
import { aClaim, demoTicket, jsonOf, openWorld, organiserOf, phoneOf, push, verdictOf, type World } from '../../build/server-world.ts';

const SECRET = 'see-it-for-a-while----';
const DAY = 86_400_000;
const open = (world: World, secret = SECRET) => world.post('/api/link/open', { secret });

/** Amina shows one badge by a link for a day; her phone has had a network since. */
const given = async () => {
  const world = await openWorld();
  const organiser = await organiserOf(world);
  const amina = await phoneOf(world, 0);
  const secret = toHex(await sha256(utf8(SECRET)));
  await push(world, await amina.seal(aClaim(badgeId(1), await demoTicket(world, organiser))));
  await push(world, await amina.seal({ name: 'make-link', args: { link: linkId(1), badge: badgeId(1), secret, lasts: 'day' } }));
  const end = async (open: boolean) => push(world, await amina.seal({ name: 'end-link', args: { link: linkId(1), open } }));
  return { world, end };
};

describe('whoever has a link to a badge', () => {
  it('is given its credential and its image, while its page stays closed', async () => {
    const { world } = await given();
    const told = await jsonOf<{ credential: { id: string }; image: string }>(open(world));
    expect(Object.keys(told).toSorted()).toEqual(['credential', 'image']);
    expect(told.credential.id).toContain(badgeId(1));
    expect(told.image).toMatch(/^<svg/);
    const page = await world.ask(`/b/${badgeId(1)}`, { method: 'GET', headers: { accept: 'application/vc' } });
    expect(page.status).toBe(404);
  });

  it('is shown nothing once it was taken back, and the badge again when its holder thinks again', async () => {
    const { world, end } = await given();
    await end(false);
    expect(await verdictOf(open(world))).toBe('404 NotFound');
    await end(true);
    expect(await verdictOf(open(world))).toBe('200');
  });

  it('is shown nothing after its time', async () => {
    const { world } = await given();
    world.clock.tick(DAY - 1);
    world.clock.tick(1);
    expect(await verdictOf(open(world))).toBe('404 NotFound');
  });

  it('cannot tell a link that is unknown, not here yet, taken back or over from another', async () => {
    const { world, end } = await given();
    const unknown = await open(world, 'A'.repeat(22));
    await end(false);
    const ended = await open(world);
    expect(await ended.text()).toBe(await unknown.text());
    expect([ended.status, Object.fromEntries(ended.headers)]).toEqual([unknown.status, Object.fromEntries(unknown.headers)]);
  });

  it('cannot ask for ever in one minute', async () => {
    const { world } = await given();
    for (let i = 0; i < 60; i++) await open(world);
    expect(await verdictOf(open(world))).toBe('429 TooMany');
  });
});
