// npm run test:engines: the main journey again in the browser engines that are not Chromium, those that are here or that apt-get brings.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureClientBuilt } from './built-client.ts';
import { ENGINES, type EngineName, ensureEngine } from './ensure-engine.ts';
import { runNode } from './run-program.ts';
import { type Counts, closingLine, isGreen, type VitestReport, vitestCounts } from './test-counts.ts';

/** What came of one engine: `says` is its own word of what it is and lacks, or why there was nothing to count. */
interface Outcome {
  readonly counts: Counts;
  readonly says: string;
}

const NONE: Counts = { passed: 0, failed: 0, notes: [] };
const FAILED: Counts = { ...NONE, failed: 1 };

/** The journey in one engine, in a process of its own: what breaks there breaks nothing of the next. */
const runJourney = async (name: EngineName): Promise<Outcome> => {
  const reports = mkdtempSync(join(tmpdir(), 'pepites-engines-'));
  const file = join(reports, 'vitest.json');
  const args = ['run', '--project', 'engines', '--reporter=verbose', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { code } = await runNode('node_modules/vitest/vitest.mjs', args, { env: { PEPITES_ENGINES: name } });
    if (!existsSync(file)) return { counts: FAILED, says: `vitest ended with code ${code} and left no report` };
    const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
    const facts = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    const says = facts.findLast(({ meta }) => meta?.engine !== undefined)?.meta?.engine;
    return { counts: vitestCounts(report, code), says: says ?? 'it did not open' };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
};

const tryEngine = async (name: EngineName): Promise<Outcome> => {
  const refusal = await ensureEngine(name);
  return refusal === undefined ? runJourney(name) : { counts: NONE, says: `not here: ${refusal}` };
};

const isEngine = (name: string): name is EngineName => name in ENGINES;

const runAll = async (): Promise<readonly Counts[]> => {
  const all: Counts[] = [];
  const lines: string[] = [];
  // One after the other: two browsers at once are too much for a small machine.
  for (const name of Object.keys(ENGINES).filter(isEngine)) {
    const { counts, says } = await tryEngine(name);
    const result = counts === NONE ? '' : `${closingLine([counts])}; `;
    lines.push(...counts.notes, `${ENGINES[name].title}: ${result}${says}`);
    all.push(counts);
  }
  for (const line of lines) console.log(line);
  if (all.some((counts) => counts !== NONE)) return all;
  console.log('No engine besides Chromium could be run.');
  return [FAILED];
};

const build = async (): Promise<boolean> => {
  try {
    await ensureClientBuilt();
    return true;
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return false;
  }
};

const counts = (await build()) ? await runAll() : [FAILED];
console.log(closingLine(counts));
process.exitCode = isGreen(counts) ? 0 : 1;
