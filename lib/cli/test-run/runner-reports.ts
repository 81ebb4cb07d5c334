import { z } from 'zod';
import type { Tally } from './tally.ts';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Reads what Vitest's `json` reporter wrote. */
export function readVitestReport(json: string): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = vitestReport.parse(
    JSON.parse(json),
  );
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** Reads what Playwright's `json` reporter wrote. A flaky test has failed: it cannot be relied on. */
export function readPlaywrightReport(json: string): Tally {
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(JSON.parse(json)).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
