import { expect, it } from 'vitest';
import { parsePrediction } from './prediction.ts';

it('reads what it needs and leaves the rest', () => {
  const json = { id: 'a', status: 'succeeded', output: { text: 'x' }, error: null, logs: '', metrics: {} };
  expect(parsePrediction(json)).toEqual({
    id: 'a',
    status: 'succeeded',
    output: { text: 'x' },
    error: null,
    percent: null,
    isForgotten: false,
  });
});

it('takes a prediction that was aborted by its deadline for canceled', () => {
  expect(parsePrediction({ id: 'a', status: 'aborted' })?.status).toBe('canceled');
});

it.each([null, 'text', [], {}, { id: '', status: 'failed' }, { id: 'a', status: 'new' }])(
  'is not misled by %j',
  (json) => {
    expect(parsePrediction(json)).toBeNull();
  },
);

it('tells how far a prediction is by the progress in its logs, if there is any', () => {
  const percentOf = (logs: unknown) => parsePrediction({ id: 'a', status: 'processing', logs })?.percent;
  expect(percentOf('  5%|▌         | 5/100\n 45%|████▌     | 45/100\nPage 1 read\n')).toBe(45);
  expect(percentOf('999%|███| 9/1')).toBe(100);
  for (const logs of ['', 'Loading', null, 7, undefined]) expect(percentOf(logs)).toBeNull();
});

it('notes that the service has forgotten what it read', () => {
  const json = { id: 'a', status: 'succeeded', output: null, data_removed: true };
  expect(parsePrediction(json)?.isForgotten).toBe(true);
  expect(parsePrediction({ ...json, status: 'failed' })?.isForgotten).toBe(false);
});
