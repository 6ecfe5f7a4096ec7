// npm run simulate -- --seeds N [--seed S] [--jobs J] [--mutants [--mutant NAME]] [--story]
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runMany } from './many.ts';
import { MUTANTS } from './mutants.ts';
import { planOf } from './plan.ts';
import { profileOf } from './profile.ts';
import { runWorld } from './run-seed.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    mutants: { type: 'boolean', default: false },
    mutant: { type: 'string' },
    story: { type: 'boolean', default: false },
  },
});

const count = Number(values.seeds);
const first = values.seed === undefined ? randomInt(1, 2 ** 31) : Number(values.seed);
const jobs = Number(values.jobs);

const told = (line: string): void => console.log(line);

/** Looks for the least that breaks the same promise, and tells its story. */
const explain = async (seed: number, oracle: string): Promise<void> => {
  const profile = profileOf(seed);
  const small = await shrink(profile, planOf(profile), oracle);
  const { people, phones, events, backedUp, calamities, net } = small.profile;
  told(
    `\nThe shortest story found (${small.runs} runs): ${small.plan.length} steps, ${phones} phones of ${people} people, ${events} events,`,
  );
  told(`${backedUp ? 'with' : 'without'} continuous backup; ${[...calamities].join(', ') || 'no calamity'}; network:`);
  told(
    Object.entries(net)
      .filter(([, probability]) => probability > 0)
      .map(([fault, probability]) => `${fault} ${(100 * probability).toFixed(0)} %`)
      .join(', ') || 'good',
  );
  await runWorld(small.profile, small.plan, (line) => told(`  ${line}`));
};

const simulate = async (): Promise<boolean> => {
  told(`Seeds ${first} to ${first + count - 1}: npm run simulate -- --seed ${first} --seeds ${count}`);
  const since = performance.now();
  const all = await runMany({ first, count, jobs, stopAtFirst: false });
  const seconds = (performance.now() - since) / 1000;
  const broken = all.filter(({ oracle }) => oracle !== undefined);
  const rounds = Math.max(0, ...all.map((one) => one.rounds));
  const acts = all.reduce((sum, one) => sum + one.acts, 0);
  told(
    `${all.length} worlds, ${acts} acts, ${(all.length / seconds).toFixed(1)} seeds/s on ${jobs} threads; at most ${rounds} rounds to quiet.`,
  );
  for (const { seed, oracle, text } of broken.slice(0, 20)) told(`seed ${seed} breaks "${oracle}": ${text}`);
  told(broken.length === 0 ? 'No promise was broken.' : `${broken.length} worlds broke a promise.`);
  const [worst] = broken;
  if (worst?.oracle) await explain(worst.seed, worst.oracle);
  return broken.length === 0;
};

const huntMutants = async (): Promise<boolean> => {
  const chosen = MUTANTS.filter(({ name }) => values.mutant === undefined || name === values.mutant);
  const from = values.seed === undefined ? 1 : first;
  let escaped = 0;
  for (const mutant of chosen) {
    const since = performance.now();
    const all = await runMany({ first: from, count, jobs, mutant, stopAtFirst: true });
    const found = all.find(({ oracle }) => oracle !== undefined);
    if (!found) escaped += 1;
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    told(
      `${found ? 'found' : 'ESCAPED'} ${mutant.name} (${found ? `seed ${found.seed}, ${found.oracle}` : `${all.length} seeds`}; ${seconds} s)`,
    );
    if (found && values.story) told(`    ${found.text?.split('\n')[0]}`);
  }
  told(`${chosen.length - escaped} of ${chosen.length} planted bugs were found within ${count} seeds.`);
  return escaped === 0;
};

const tellStory = async (): Promise<boolean> => {
  const profile = profileOf(first);
  const { violation } = await runWorld(profile, planOf(profile), told);
  return violation === undefined;
};

const good = values.mutants ? await huntMutants() : values.story ? await tellStory() : await simulate();
process.exitCode = good ? 0 : 1;
