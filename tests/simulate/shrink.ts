import type { Step } from './plan.ts';
import type { Profile } from './profile.ts';
import { type Ending, runWorld } from './run-seed.ts';

/** A world in which a promise is broken, with as little in it as could be found. */
export interface Small {
  readonly profile: Profile;
  readonly plan: readonly Step[];
  readonly ending: Ending;
  readonly runs: number;
}

const MAX_RUNS = 400;

/** Leaves out whatever the same oracle does not need to fail: steps first, then kinds of faults. */
export const shrink = async (first: Profile, plan: readonly Step[], oracle: string): Promise<Small> => {
  let best: Omit<Small, 'runs'> = { profile: first, plan, ending: await runWorld(first, plan) };
  let runs = 1;
  const try_ = async (profile: Profile, steps: readonly Step[]): Promise<boolean> => {
    if (runs >= MAX_RUNS) return false;
    runs += 1;
    const ending = await runWorld(profile, steps);
    if (ending.violation?.oracle !== oracle) return false;
    best = { profile, plan: steps, ending };
    return true;
  };
  for (let size = Math.ceil(plan.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0)
    for (let at = 0; at < best.plan.length; )
      if (!(await try_(best.profile, [...best.plan.slice(0, at), ...best.plan.slice(at + size)]))) at += size;
  for (const calamity of first.calamities) {
    const calamities = new Set([...best.profile.calamities].filter((other) => other !== calamity));
    await try_({ ...best.profile, calamities }, best.plan);
  }
  for (const fault of Object.keys(first.net))
    if (best.profile.net[fault as keyof Profile['net']] > 0)
      await try_({ ...best.profile, net: { ...best.profile.net, [fault]: 0 } }, best.plan);
  return { ...best, runs };
};
