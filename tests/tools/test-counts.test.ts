import { describe, expect, it } from 'vitest';
import { closingLine, isGreen, playwrightCounts, vitestCounts } from '#tools/test-counts';

const file = (status: string, ...tests: readonly string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((state) => ({ fullName: `a ${state}`, status: state })),
});

describe('counting vitest', () => {
  it('adds passed and failed and names what was skipped', () => {
    const counts = vitestCounts({ testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed', 'skipped')] }, 1);
    expect(counts).toEqual({ passed: 2, failed: 1, notes: ['skipped: a skipped'] });
  });

  it('counts a file that does not load as a failure', () => {
    expect(vitestCounts({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('never lets a bad ending look green', () => {
    expect(vitestCounts({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('counting Playwright', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

  it('counts what was expected as passed', () => {
    expect(playwrightCounts({ stats, errors: [] }, 0)).toEqual({ passed: 3, failed: 0, notes: [] });
  });

  it('counts flaky journeys, errors outside them and a bad ending as failures', () => {
    expect(playwrightCounts({ stats: { ...stats, flaky: 1 }, errors: [{ message: 'no config' }] }, 1)).toMatchObject({
      passed: 3,
      failed: 2,
    });
    expect(playwrightCounts({ stats, errors: [] }, 1)).toMatchObject({ failed: 1 });
  });
});

describe('the closing line', () => {
  const green = { passed: 2, failed: 0, notes: [] };

  it('is plain and sums every runner', () => {
    expect(closingLine([green, { passed: 1, failed: 1, notes: [] }])).toBe('3 passed, 1 failed');
  });

  it('is not green when nothing ran', () => {
    expect([isGreen([green]), isGreen([green, { ...green, passed: 0 }]), isGreen([{ ...green, passed: 0 }]), isGreen([])]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
