import { expect, it } from 'vitest';
import { type JobStatus, jobStatusSchema } from '#lib/contracts/index.ts';
import { stateOfDocument } from './document-state.ts';

const pages = { total: 10, succeeded: 6, failed: 1, canceled: 0, partlyRead: 0 };

const ready = { state: 'ready', locked: false } as const;

function job(status: JobStatus) {
  return { id: 'j', status, createdAt: '2026-01-01T00:00:00Z', completedAt: null, languages: [], pages };
}

it('calls every state by a different name', () => {
  const views = [
    stateOfDocument({ ...ready, state: 'inspecting', job: null }),
    stateOfDocument({ state: 'unreadable', locked: true, job: job('failed') }),
    stateOfDocument({ ...ready, job: null }),
    ...jobStatusSchema.options.map((status) => stateOfDocument({ ...ready, job: job(status) })),
  ];
  expect(new Set(views.map((view) => view.label)).size).toBe(views.length);
});

it('calls a file that does not open as it calls one of which no page could be read', () => {
  const failed = job('failed');
  const unopened = stateOfDocument({ ...ready, state: 'unreadable', job: failed });
  expect(stateOfDocument({ ...ready, job: failed })).toEqual(unopened);
});

it('counts a failed page as one that reading is done with', () => {
  expect(stateOfDocument({ ...ready, job: job('running') }).label).toBe('7 of 10 pages');
});
