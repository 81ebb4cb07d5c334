import { describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './runner-reports.ts';
import { addTallies, formatTally } from './tally.ts';

describe('the count of a test run', () => {
  it('takes skipped and unwritten tests of Vitest for skipped', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 3,
      success: false,
    };
    expect(readVitestReport(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 4 });
  });

  it('takes a flaky test of Playwright for failed', () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 1, duration: 1 } };
    expect(readPlaywrightReport(JSON.stringify(report))).toEqual({ passed: 7, failed: 3, skipped: 1 });
  });

  it('does not take a report without numbers for a green one', () => {
    expect(() => readVitestReport('{}')).toThrow();
    expect(() => readPlaywrightReport('')).toThrow();
  });

  it('ends with one line, and names skipped tests only when there are any', () => {
    const some = { passed: 1, failed: 0, skipped: 0 };
    expect(formatTally(addTallies([some, some]))).toBe('2 passed, 0 failed');
    expect(formatTally(addTallies([some, { passed: 0, failed: 2, skipped: 3 }]))).toBe(
      '1 passed, 2 failed, 3 skipped',
    );
  });
});
