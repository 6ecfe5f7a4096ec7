import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '#base/bytes';
import { DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { sha256 } from '#credentials/sha256';
import { reflectionId, witnessId } from '../../build/asking.ts';
import { enrolled, jsonOf, openWorld, phoneOf, push, verdictOf, type World } from '../../build/server-world.ts';

const [AMINA] = DEMO_PEOPLE;
const SECRET = 'who-saw-it-who-saw-it-';
const structure = DEMO_STRUCTURE.id;
const open = (world: World) => world.post('/api/witness/open', { secret: SECRET });

/** Amina asks by a code; her phone has had a network since. */
const asked = async () => {
  const world = await openWorld();
  const amina = await phoneOf(world, 0);
  const secret = toHex(await sha256(utf8(SECRET)));
  const args = { witness: witnessId(1), about: reflectionId(1), mould: 'en-equipe', structure, by: 'qr', secret };
  await push(world, await amina.seal({ name: 'ask-witness', args }));
  return world;
};

describe('whoever holds the code of a question', () => {
  it('is told who asks and about which badge, and nothing else of her', async () => {
    const told = await jsonOf<Record<string, unknown>>(open(await asked()));
    const { firstName, figure, mark } = AMINA.person;
    expect(told).toMatchObject({
      face: { firstName, figure, mark },
      mould: 'en-equipe',
      structure: DEMO_STRUCTURE.structure.name,
      seen: false,
    });
    expect(Object.keys(told).toSorted()).toEqual(['criteria', 'draw', 'face', 'mould', 'seen', 'structure']);
    expect(JSON.stringify(told)).not.toContain(AMINA.id);
  });

  it('finds nothing before her phone has had a network', async () => {
    expect(await verdictOf(open(await openWorld()))).toBe('404 CardUnknown');
  });

  it('says it once, on one device, after which the code is void', async () => {
    const world = await asked();
    const idriss = await enrolled(world, 70, { with: 'invitation', secret: SECRET });
    const seen = { person: AMINA.id, witness: witnessId(1), structure, who: { firstName: 'Idriss', figure: 'figure-12' } };
    await push(world, await idriss.seal({ name: 'say-seen', args: seen }));
    const rows = await jsonOf<{ scopes: readonly { scope: string; rows: readonly { kind: string; body: unknown }[] }[] }>(
      (await phoneOf(world, 0, 9)).pull(),
    );
    const witnesses = rows.scopes.flatMap((scope) => scope.rows.filter(({ kind }) => kind === 'witness'));
    expect(witnesses).toMatchObject([{ body: { step: 'seen', who: { firstName: 'Idriss' }, on: 'theirs' } }]);
    expect(await verdictOf(open(world))).toBe('410 CardVoid');
    expect((await enrolled(world, 71, { with: 'invitation', secret: SECRET })).answer.status).toBe(410);
  });

  it('finds the code void after thirty days', async () => {
    const world = await asked();
    world.clock.tick(31 * 86_400_000);
    expect(await verdictOf(open(world))).toBe('410 CardVoid');
  });
});
