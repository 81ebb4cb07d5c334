import { expect, it } from 'vitest';
import { type JobStatus, jobStatusSchema } from '#lib/contracts/index.ts';
import { stateOfDocument } from './document-state.ts';

const pages = { total: 10, succeeded: 6, failed: 1, canceled: 0 };

function job(status: JobStatus) {
  return { id: 'j', status, createdAt: '2026-01-01T00:00:00Z', completedAt: null, pages };
}

it('calls every state by a different name', () => {
  const views = [
    stateOfDocument({ state: 'inspecting', job: null }),
    stateOfDocument({ state: 'unreadable', job: job('failed') }),
    stateOfDocument({ state: 'ready', job: null }),
    ...jobStatusSchema.options.map((status) => stateOfDocument({ state: 'ready', job: job(status) })),
  ];
  expect(new Set(views.map((view) => view.label)).size).toBe(views.length);
});

it('counts a failed page as one that reading is done with', () => {
  expect(stateOfDocument({ state: 'ready', job: job('running') }).label).toBe('7 of 10 pages');
});
