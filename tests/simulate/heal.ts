import type { Scope } from '#domain/ids';
import { identityOf, type World } from './a-world.ts';
import type { SimPhone } from './sim-phone.ts';

const MAX_ROUNDS = 12;

export const heal = async (world: World, said: (text: () => string) => void): Promise<number> => {
  const { time, server, phones, oracles } = world;
  said(() => '— everything is healed');
  for (const phone of phones) {
    phone.close();
    Object.assign(phone.link, { online: true, healed: true, skew: 'none' });
    phone.quota = false;
  }
  server.armDeath(Number.POSITIVE_INFINITY, 'before');
  await time.until(time.now() + 180_000);
  server.sealing = true;
  server.die();
  server.start();
  // Where cursors cannot show everything, long enough for rows to be compared; a clock that was just set back by hours takes it for minutes.
  if (oracles.mayDiffer()) {
    for (const phone of phones) {
      await oneRound(world, phone);
      if (phone.outcomes.at(-1)?.type === 'done') await standsWithinReach(world, phone);
    }
  }
  const comparing = oracles.mayDiffer() ? 2 : 0;
  for (let i = 0; i < comparing; i++) {
    await time.until(time.now() + 3 * 3_600_000);
    for (const phone of phones) await oneRound(world, phone);
  }
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    await server.backUp();
    let quiet = true;
    for (const phone of phones) {
      const calm = await oneRound(world, phone);
      quiet &&= calm;
      if (oracles.violation()) return round;
    }
    if (quiet) return round;
  }
  return 0;
};

/** A cursor the server never reached is found out at once, without comparing rows. */
const standsWithinReach = async ({ server, oracles }: World, phone: SimPhone): Promise<void> => {
  const cursors = Object.entries((phone.disk.meta.get('cursors') ?? {}) as Record<Scope, number>);
  const heads = await server.store().heads(cursors.map(([scope]) => scope as Scope));
  for (const [scope, cursor] of cursors)
    if (cursor > (heads.get(scope as Scope)?.seq ?? 0)) oracles.fail('convergence', `${phone.name} stands beyond the server in ${scope}`);
};

/** One phone's turn: true when there was nothing left to say. */
const oneRound = async ({ time, oracles }: World, phone: SimPhone): Promise<boolean> => {
  const tab = phone.aside();
  let calm: boolean | undefined;
  const turn = async (): Promise<boolean> => {
    if (!identityOf(phone)) {
      await tab.acts.enter();
      return false;
    }
    const outcome = await tab.sync.run();
    // A server that was set back does not know the device any more: its owner shows her card again.
    if (outcome.type === 'refused' && outcome.code === 'SignInNeeded') await tab.acts.enter();
    const isOver = outcome.type === 'done' && outcome.pushed === 0 && outcome.rows === 0 && !outcome.awaiting;
    return isOver && phone.disk.outbox.size === 0 && phone.disk.segments.size === 0;
  };
  void (async () => {
    try {
      calm = await turn();
    } catch (error) {
      oracles.ears.onBroken(error);
    }
  })();
  await time.while(() => calm !== undefined || oracles.violation() !== undefined, 3_600_000);
  tab.alive = false;
  return calm ?? false;
};
