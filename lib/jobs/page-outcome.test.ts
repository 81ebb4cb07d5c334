import { expect, it } from 'vitest';
import { pageNewsOf } from './page-outcome.ts';

const base = { id: 'p', output: null, error: null, percent: null, isForgotten: false };
const word = { text: 'To\u0000tal\ud800', confidence: 0.9, box: [0, 0, 5, 5] };
const reading = {
  text: 'To\u0000tal\ud800',
  width: 10,
  height: 20,
  angle: 0,
  lines: [{ ...word, words: [word] }],
};

it('keeps text and boxes of our own model, without what PostgreSQL cannot store', () => {
  const news = pageNewsOf({ ...base, status: 'succeeded', output: reading });
  expect(news).toMatchObject({
    status: 'succeeded',
    text: 'Total\ufffd',
    reading: { width: 10, height: 20 },
  });
  expect(JSON.stringify(news)).not.toMatch(/\\u0000|\\ud800/);
});

it('takes plain text from a service that has no boxes', () => {
  const news = pageNewsOf({ ...base, status: 'succeeded', output: 'Total' });
  expect(news).toEqual({ status: 'succeeded', predictionId: 'p', text: 'Total' });
});

it.each([null, 5, { text: 'x' }, ['x']])('fails the page when the output is %j', (output) => {
  const news = pageNewsOf({ ...base, status: 'succeeded', output });
  expect(news).toMatchObject({ status: 'failed', error: expect.stringContaining('not understood') });
});

it('always says why a page failed', () => {
  expect(pageNewsOf({ ...base, status: 'failed', error: 'Too dark' })).toMatchObject({ error: 'Too dark' });
  expect(pageNewsOf({ ...base, status: 'failed' })).toMatchObject({ error: 'No reason was given.' });
});
