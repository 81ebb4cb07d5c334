import { callApi } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('listHardware', { path: '/hardware' });

test('200 is a bare list', async ({ apiToken: token }) => {
  const { status, json } = await callApi('GET', '/hardware', { token });
  expect(status).toBe(200);
  expect(json).toEqual([{ sku: 'cpu', name: 'CPU' }]);
});
