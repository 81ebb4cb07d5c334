import { expect, it } from 'vitest';
import type { JobStatus } from '#lib/contracts/index.ts';
import { hasText, keepsEarlierText } from './document-text.ts';

function document(
  status: JobStatus,
  { succeeded, hasEarlierText }: { succeeded: number; hasEarlierText: boolean },
) {
  const pages = { total: 3, succeeded, failed: 0, canceled: 0, partlyRead: 0 };
  const job = { id: 'j', status, createdAt: '2026-01-01T00:00:00Z', completedAt: null, languages: [], pages };
  return { job, hasEarlierText };
}

it('offers the text of an earlier reading from the moment a new one begins', () => {
  for (const status of ['queued', 'running', 'canceled', 'failed'] as const) {
    expect(hasText(document(status, { succeeded: 0, hasEarlierText: true }))).toBe(true);
    expect(hasText(document(status, { succeeded: 0, hasEarlierText: false }))).toBe(false);
  }
  expect(hasText({ job: null, hasEarlierText: false })).toBe(false);
});

it('offers the pages of a first reading as soon as one is read', () => {
  expect(hasText(document('running', { succeeded: 1, hasEarlierText: false }))).toBe(true);
});

it('says that earlier text is kept only when a reading that was to replace it is over', () => {
  const rest = { succeeded: 1, hasEarlierText: true };
  expect(keepsEarlierText(document('running', rest))).toBe(false);
  expect(keepsEarlierText(document('canceled', rest))).toBe(true);
  expect(keepsEarlierText(document('partially_failed', rest))).toBe(true);
  expect(keepsEarlierText(document('canceled', { succeeded: 1, hasEarlierText: false }))).toBe(false);
});
