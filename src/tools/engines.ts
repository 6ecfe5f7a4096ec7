// npm run test:engines: the main journey again in the browser engines that are not Chromium, those that are here or that apt-get brings.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureClientBuilt } from './built-client.ts';
import { ENGINES, type EngineName, ensureEngine } from './ensure-engine.ts';
import { runNode } from './run-program.ts';
import { type Counts, closingLine, isGreen, vitestCounts } from './test-counts.ts';

const failure = (note: string): Counts => ({ passed: 0, failed: 1, notes: [note] });

const isEngine = (name: string): name is EngineName => name in ENGINES;

/** The engines that can be run; says of each other one why it is not here. */
const findEngines = async (): Promise<readonly EngineName[]> => {
  const here: EngineName[] = [];
  for (const name of Object.keys(ENGINES).filter(isEngine)) {
    const refusal = await ensureEngine(name);
    if (refusal === undefined) here.push(name);
    else console.log(`${ENGINES[name].title} is not here: ${refusal}`);
  }
  return here;
};

const runJourney = async (engines: readonly EngineName[]): Promise<Counts> => {
  const reports = mkdtempSync(join(tmpdir(), 'pepites-engines-'));
  const file = join(reports, 'vitest.json');
  const args = ['run', '--project', 'engines', '--reporter=verbose', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runNode('node_modules/vitest/vitest.mjs', args, { env: { PEPITES_ENGINES: engines.join() } });
  const counts = existsSync(file)
    ? vitestCounts(JSON.parse(readFileSync(file, 'utf8')), code)
    : failure(`vitest ended with code ${code} and left no report`);
  rmSync(reports, { recursive: true, force: true });
  return counts;
};

const runAll = async (): Promise<Counts> => {
  const engines = await findEngines();
  if (engines.length === 0) return failure('No engine besides Chromium could be run.');
  try {
    await ensureClientBuilt();
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
  return runJourney(engines);
};

const counts = await runAll();
for (const note of counts.notes) console.log(note);
console.log(closingLine([counts]));
process.exitCode = isGreen([counts]) ? 0 : 1;
