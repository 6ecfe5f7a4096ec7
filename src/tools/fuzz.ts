// npm run fuzz -- [--each N] [--seed TEXT] [--parser NAME]… [--from INDEX] [--show]: gives every parser of hostile input N inputs
// (default 10 000) of 256 kB at most. A seed makes the same inputs again; --show prints those from INDEX on instead of a summary.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { BOX_TARGETS, boxTargets } from './fuzz-boxes.ts';
import { openCorpus } from './fuzz-corpus.ts';
import { FUZZ_TARGETS, type FuzzTarget, fuzzTargets } from './fuzz-parsers.ts';
import { cutNetwork, type FuzzReport, fuzz, fuzzCase } from './fuzz-run.ts';

const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '10000' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
    parser: { type: 'string', multiple: true },
    from: { type: 'string', default: '0' },
    show: { type: 'boolean', default: false },
  },
});
const [count, from] = [Number(values.each), Number(values.from)];
const targets: Readonly<Record<string, FuzzTarget>> = { ...fuzzTargets(await openCorpus()), ...boxTargets() };
const all = [...FUZZ_TARGETS, ...BOX_TARGETS];
const names = values.parser ?? all;

const summary = (name: string, { cases, problems, perSecond, slowest, growth, answers }: FuzzReport): string => {
  const [first] = [...answers].toSorted(([, a], [, b]) => b - a);
  return [
    `${name}: ${cases} inputs, ${problems.length} problems`,
    `slowest ${slowest.toFixed(1)} ms`,
    `${Math.round(perSecond)}/s`,
    `+${Math.round(growth / 1024 ** 2)} MiB at most`,
    `${answers.size} different answers, most often "${first?.[0]}" (${first?.[1]})`,
  ].join(' · ');
};

console.log(`seed ${values.seed}`);
const rejected = (error: unknown): void => {
  console.error('a promise was rejected and nobody listened:', error);
  process.exitCode = 1;
};
process.on('unhandledRejection', rejected);
cutNetwork();
for (const name of names) {
  const target = targets[name];
  if (target === undefined || !Number.isInteger(count) || !Number.isInteger(from)) {
    console.error(`--parser is one of ${all.join(', ')}; --each and --from are whole numbers.`);
    process.exit(1);
  }
  const asked = { name, target, seed: values.seed, from, count };
  if (values.show) {
    for (let index = from; index < from + count; index++)
      console.log(JSON.stringify(new TextDecoder().decode(await fuzzCase(asked, index))));
    continue;
  }
  const report = await fuzz(asked);
  console.log(summary(name, report));
  for (const { kind, index, what } of report.problems) {
    console.error(`  ${kind}: ${what}\n  again: npm run fuzz -- --parser ${name} --seed ${values.seed} --from ${index} --each 1`);
    process.exitCode = 1;
  }
}
