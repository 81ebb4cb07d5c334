import { beforeAll, expect, it } from 'vitest';
import {
  accountSchema,
  hardwareSchema,
  modelVersionSchema,
  webhookSecretSchema,
} from '#lib/contracts/index.ts';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { GET as unknown } from './[[...path]]/route.ts';
import { GET as getAccount } from './account/route.ts';
import { GET as listHardware } from './hardware/route.ts';
import { GET as getVersion } from './models/[owner]/[name]/versions/[id]/route.ts';
import { GET as getSecret } from './webhooks/default/secret/route.ts';

let user: TestUser;
let token: string;
beforeAll(async () => {
  user = await createUser();
  token = await apiTokenOf(user);
});

async function call(
  handler: typeof getAccount,
  params?: Record<string, string>,
  as = token,
): Promise<Response> {
  const request = new Request('http://localhost:3000/v1', { headers: { authorization: `Bearer ${as}` } });
  return await handler(request, { params: Promise.resolve(params) });
}

it('tells whose the token is', async () => {
  const account = accountSchema.parse(await (await call(getAccount)).json());
  expect(account).toMatchObject({
    type: 'organization',
    username: user.workspace.slug,
    name: user.workspace.name,
  });
});

it('tells what it runs on', async () => {
  expect(hardwareSchema.parse(await (await call(listHardware)).json()).length).toBeGreaterThan(0);
});

it('tells one signing secret to those who may know it', async () => {
  const { key } = webhookSecretSchema.parse(await (await call(getSecret)).json());
  expect(webhookSecretSchema.parse(await (await call(getSecret)).json()).key).toBe(key);
  const reader = await apiTokenOf(user, ['predictions:read']);
  expect((await call(getSecret, undefined, reader)).status).toBe(403);
});

it.each([
  'a524caeaa23495bc9edc805ab08ab5fe943afd3febed884a4f3747aa32e9cd61',
  'a32904bed12e4c988ba02c901f4fb3fe8c3813ac46dd662db89f124c51c43dc5',
])('describes the version %s, which the Python client asks for on every run', async (id) => {
  const reply = await call(getVersion, { owner: 'abiruyt', name: 'text-extract-ocr', id });
  expect(modelVersionSchema.parse(await reply.json()).id).toBe(id);
});

it.each([
  { owner: 'abiruyt', name: 'text-extract-ocr', id: 'f'.repeat(64) },
  { owner: 'lectern', name: 'sleep', id: 'x' },
])('does not describe %j', async (params) => {
  expect((await call(getVersion, params)).status).toBe(404);
});

it('answers any other path in the form that clients can read', async () => {
  const reply = await unknown();
  expect(reply.status).toBe(404);
  expect(await reply.json()).toMatchObject({
    detail: 'The requested resource could not be found.',
    status: 404,
  });
});
