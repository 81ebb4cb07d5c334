import { beforeAll, expect, it } from 'vitest';
import { authorize } from '#lib/access/index.ts';
import {
  accountSchema,
  hardwareSchema,
  modelSchema,
  modelVersionSchema,
  pageSchema,
  predictionSchema,
  searchResultSchema,
  webhookSecretSchema,
} from '#lib/contracts/index.ts';
import { createPrediction } from '#lib/predictions/index.ts';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { GET as unknown } from './[[...path]]/route.ts';
import { GET as getAccount } from './account/route.ts';
import { GET as listHardware } from './hardware/route.ts';
import { GET as listExamples } from './models/[owner]/[name]/examples/route.ts';
import { GET as readReadme } from './models/[owner]/[name]/readme/route.ts';
import { DELETE as deleteModel, GET as getModel } from './models/[owner]/[name]/route.ts';
import { GET as getVersion } from './models/[owner]/[name]/versions/[id]/route.ts';
import { GET as listVersions } from './models/[owner]/[name]/versions/route.ts';
import { GET as listModels, POST as postModels } from './models/route.ts';
import { GET as search } from './search/route.ts';
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
  query = '',
): Promise<Response> {
  const request = new Request(`http://localhost:3000/v1${query}`, {
    headers: { authorization: `Bearer ${as}` },
  });
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

const ocr = { owner: 'abiruyt', name: 'text-extract-ocr' };

it('lists the models of this installation, and finds them by words', async () => {
  const { results } = pageSchema(modelSchema).parse(await (await call(listModels)).json());
  expect(results.map(({ owner, name }) => `${owner}/${name}`)).toEqual([
    'abiruyt/text-extract-ocr',
    'lectern/page-ocr',
  ]);
  const found = await call(search, undefined, token, '?query=one%20page');
  const { models } = searchResultSchema.parse(await found.json());
  expect(models.map(({ model }) => model.name)).toEqual(['page-ocr']);
});

it('makes no models', async () => {
  expect((await call(postModels)).status).toBe(404);
});

it('describes a model, with as many runs as the workspace has made', async () => {
  const author = await createUser();
  const authors = await apiTokenOf(author);
  const scope = authorize({ kind: 'system', reason: 'test' }, author.workspace.id, 'prediction:write');
  await createPrediction(scope, {
    version: 'abiruyt/text-extract-ocr',
    input: { image: 'https://example.org/a.png' },
    webhook: undefined,
    webhookEventsFilter: undefined,
    ownHosts: [],
  });
  const described = modelSchema.parse(await (await call(getModel, ocr, authors)).json());
  expect(described).toMatchObject({ ...ocr, run_count: 1, visibility: 'public' });
  expect(described.latest_version?.id).toMatch(/^a524caea/);
  expect(modelSchema.parse(await (await call(getModel, ocr)).json()).run_count).toBe(0);
});

it('lists the versions of a model, newest first', async () => {
  const versions = pageSchema(modelVersionSchema).parse(await (await call(listVersions, ocr)).json());
  expect(versions.results.map(({ id }) => id.slice(0, 8))).toEqual(['a524caea', 'a32904be']);
});

it('has a readme in plain text, and no examples', async () => {
  const readme = await call(readReadme, ocr);
  expect(readme.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await readme.text()).toContain('PDF');
  const examples = pageSchema(predictionSchema).parse(await (await call(listExamples, ocr)).json());
  expect(examples.results).toEqual([]);
});

it.each([
  ['model', getModel],
  ['versions', listVersions],
  ['readme', readReadme],
  ['examples', listExamples],
])('answers 404 for the %s of a model that is not offered', async (_what, handler) => {
  expect((await call(handler, { owner: 'lectern', name: 'sleep' })).status).toBe(404);
});

it('answers any other path in the form that clients can read', async () => {
  const reply = await call(unknown);
  expect(reply.status).toBe(404);
  expect(await reply.json()).toMatchObject({
    detail: 'The requested resource could not be found.',
    status: 404,
  });
});

it('lets nobody without a key find out what there is', async () => {
  expect((await call(unknown, undefined, 'nobody')).status).toBe(401);
});

it('says of what it does not offer that it is not there', async () => {
  expect((await call(deleteModel, ocr)).status).toBe(404);
});
