import { describe, expect, it } from 'vitest';
import { jobStatusOf, statusesBefore } from './job-status.ts';

describe("a job's status", () => {
  it.each([
    [{}, 'queued'],
    [{ queued: 3 }, 'queued'],
    [{ queued: 1, submitted: 2 }, 'queued'],
    [{ submitted: 2, processing: 1 }, 'running'],
    [{ queued: 1, succeeded: 9 }, 'running'],
    [{ submitted: 1, failed: 9 }, 'running'],
    [{ succeeded: 3 }, 'succeeded'],
    [{ succeeded: 2, failed: 1 }, 'partially_failed'],
    [{ failed: 3 }, 'failed'],
    [{ canceled: 3 }, 'canceled'],
    [{ succeeded: 2, canceled: 1 }, 'canceled'],
    [{ failed: 1, canceled: 1 }, 'canceled'],
  ])('with pages %j is %s', (counts, status) => {
    expect(jobStatusOf(counts)).toBe(status);
  });
});

describe("a page's status", () => {
  it('only ever moves forward', () => {
    expect(statusesBefore('submitted')).toEqual(['queued']);
    expect(statusesBefore('processing')).toEqual(['queued', 'submitted']);
  });

  it.each(['succeeded', 'failed', 'canceled'] as const)(
    'does not change any more after the end by %s',
    (end) => {
      expect(statusesBefore(end)).toEqual(['queued', 'submitted', 'processing']);
    },
  );
});
