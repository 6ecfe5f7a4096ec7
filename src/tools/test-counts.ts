/** What a runner counted. `notes` are lines a reader must see: skipped tests, files that did not load. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly notes: readonly string[];
}

/** What is read of vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      /** Of the engines' journey: what the engine says of itself. */
      readonly meta?: { readonly engine?: string };
    }[];
  }[];
}

/** Counts of vitest's JSON report; a file that fails outside its tests (it does not load, a hook throws) counts as one failure. */
export const vitestCounts = (report: VitestReport, exitCode: number): Counts => {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  const failed = failedTests + brokenFiles.length;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    notes: [
      ...brokenFiles.map((file) => `did not run: ${file.name}`),
      ...skipped.map((test) => `skipped: ${test.fullName}`),
      ...(failed === 0 && exitCode !== 0 ? [`vitest ended with code ${exitCode} outside any test`] : []),
    ],
  };
};

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
  readonly errors: readonly { readonly message?: string }[];
}

/** Counts of Playwright's JSON report; a flaky test (failed, then passed) counts as failed, an error outside any test as one failure. */
export const playwrightCounts = (report: PlaywrightReport, exitCode: number): Counts => {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return {
    passed: expected,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    notes: [
      ...report.errors.map((error) => `outside any journey: ${error.message ?? 'unknown error'}`),
      ...(skipped > 0 ? [`skipped: ${skipped} journeys`] : []),
      ...(failed === 0 && exitCode !== 0 ? [`Playwright ended with code ${exitCode} outside any journey`] : []),
    ],
  };
};

/** The closing line that readers and machines look for. */
export const closingLine = (all: readonly Counts[]): string => {
  const sum = (key: 'passed' | 'failed'): number => all.reduce((total, counts) => total + counts[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
};

/** True when something ran and nothing failed. */
export const isGreen = (all: readonly Counts[]): boolean =>
  all.some((counts) => counts.passed > 0) && all.every((counts) => counts.failed === 0);
