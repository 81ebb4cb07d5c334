import { expect, it } from 'vitest';
import type { DocumentProgress, JobStatus } from '#lib/contracts/index.ts';
import { endInWords } from './job-end-words.ts';

function documentWith(status: JobStatus, failed = 0): Pick<DocumentProgress, 'document'> {
  const pages = { total: 12, succeeded: 12 - failed, failed, canceled: 0, reading: 0 };
  const times = { createdAt: '2026-01-01T00:00:00Z', completedAt: null };
  const job = { id: 'job', status, languages: [], pages, ...times };
  return { document: { name: 'a.pdf', job } as unknown as DocumentProgress['document'] };
}

it.each([
  [documentWith('succeeded'), { title: '“a.pdf” has been read: 12 pages.', isGood: true }],
  [
    documentWith('partially_failed', 1),
    { title: '“a.pdf” has been read, but for 1 page of 12.', isGood: false },
  ],
  [documentWith('failed', 12), { title: '“a.pdf” could not be read.', isGood: false }],
])('tells how reading ended', (progress, told) => {
  expect(endInWords(progress)).toEqual(told);
});

it('says nothing of what the reader stopped, or of what runs again', () => {
  expect(endInWords(documentWith('canceled'))).toBeNull();
  expect(endInWords(documentWith('running'))).toBeNull();
});
