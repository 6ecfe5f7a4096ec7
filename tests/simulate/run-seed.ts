import './fast-crypto.ts';
import { checkTheEnd } from './final-oracles.ts';
import type { Violation } from './oracles.ts';
import { planOf, type Step } from './plan.ts';
import { type Profile, profileOf } from './profile.ts';
import { openWorld } from './world.ts';

/** How a world ended. */
export interface Ending {
  readonly violation: Violation | undefined;
  /** Rounds it took until nobody had anything to say, after everything was healed. */
  readonly rounds: number;
  readonly events: number;
  readonly acts: number;
}

/** Lives through one world: the same profile and plan always end the same. `tell` takes the story, line by line. */
export const runWorld = async (profile: Profile, plan: readonly Step[], tell?: (line: string) => void): Promise<Ending> => {
  const world = await openWorld({ profile, tell });
  for (const step of plan) {
    await world.perform(step);
    if (world.oracles.violation()) break;
  }
  const rounds = world.oracles.violation() ? 0 : await world.heal();
  if (!world.oracles.violation()) {
    if (rounds === 0) world.oracles.fail('liveness', 'after 12 rounds somebody still has something to say');
    await checkTheEnd(world);
  }
  return { violation: world.oracles.violation(), rounds, events: world.time.events(), acts: world.oracles.ledger.acts.size };
};

/** Lives through the world of a seed. */
export const runSeed = (seed: number, tell?: (line: string) => void): Promise<Ending> => {
  const profile = profileOf(seed);
  return runWorld(profile, planOf(profile), tell);
};
