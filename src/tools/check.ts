// npm run check: everything that can be known without running the app, one line each; the output of a step is shown when it fails.
import { runNode } from './run-program.ts';

interface Step {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
}

const steps: readonly Step[] = [
  { name: 'pictures', file: 'src/tools/pictures.ts', args: ['--check'] },
  { name: 'contexts', file: 'src/tools/compile-contexts.ts', args: ['--check'] },
  { name: 'voices', file: 'src/tools/voices.ts', args: ['--check'] },
  { name: 'types', file: 'node_modules/typescript/bin/tsc', args: ['-b'] },
  { name: 'format and lint (biome)', file: 'node_modules/@biomejs/biome/bin/biome', args: ['ci', '--colors=off', '.'] },
  { name: 'lint (oxlint)', file: 'node_modules/oxlint/bin/oxlint', args: [] },
  { name: 'unused code (knip)', file: 'node_modules/knip/bin/knip.js', args: ['--no-config-hints'] },
  {
    name: 'architecture and budgets',
    file: 'node_modules/vitest/vitest.mjs',
    args: ['run', '--project', 'unit', 'tests/architecture.test.ts', 'tests/budgets.test.ts'],
  },
];

let failed = 0;
for (const step of steps) {
  const since = performance.now();
  const { code, output } = await runNode(step.file, step.args, { capture: true, env: { NO_COLOR: '1', FORCE_COLOR: '0' } });
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok ' : 'NO '} ${step.name} (${seconds} s)`);
  for (const line of output.split('\n')) if (line.startsWith('size: ')) console.log(`    ${line}`);
  if (code === 0) continue;
  failed += 1;
  console.log(output.trimEnd());
}
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${steps.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
