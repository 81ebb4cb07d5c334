import { expect, it } from 'vitest';
import { parsePrediction } from './prediction.ts';

it('reads what it needs and leaves the rest', () => {
  const json = { id: 'a', status: 'succeeded', output: { text: 'x' }, error: null, logs: '', metrics: {} };
  expect(parsePrediction(json)).toEqual({ id: 'a', status: 'succeeded', output: { text: 'x' }, error: null });
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
