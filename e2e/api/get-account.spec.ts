import { accountSchema } from '#lib/contracts/index.ts';
import { callApi } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('getAccount', { path: '/account' });

test("200 is the key's workspace", async ({ apiToken: token, owner: { workspace } }) => {
  const { status, json } = await callApi('GET', '/account', { token });
  expect(status).toBe(200);
  expect(accountSchema.strict().parse(json)).toMatchObject({
    type: 'organization',
    username: workspace.slug,
    name: workspace.name,
  });
});
