import { webhookSecretSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callApi } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('getWebhookSecret', { path: '/webhooks/default/secret' });

async function secretOf(token: string): Promise<string> {
  const { status, json } = await callApi('GET', '/webhooks/default/secret', { token });
  expect(status).toBe(200);
  return webhookSecretSchema.strict().parse(json).key;
}

test('200 is a key of 32 bytes in the form that every client splits alike', async ({ apiToken: token }) => {
  const [prefix, payload = '', ...rest] = (await secretOf(token)).split('_');
  expect([prefix, rest]).toEqual(['whsec', []]);
  expect(payload).toMatch(/^[A-Za-z0-9+/]{43}=$/);
});

test('200 is the same for everybody who asks at the same moment', async ({ apiToken: token }) => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => secretOf(token)));
  expect(new Set(keys).size).toBe(1);
});

test('200 is another one in another workspace', async ({ apiToken: token }) => {
  expect(await secretOf(await apiTokenOf(await createUser()))).not.toBe(await secretOf(token));
});
