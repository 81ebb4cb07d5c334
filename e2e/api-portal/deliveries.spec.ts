import { portalDeliveryDetailSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { resultsOf } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

test("'listDeliveries', 'getDelivery' and 'replayDelivery' show what was sent and send it again", async ({
  apiToken: token,
  owner,
  replicate,
}) => {
  const prediction = await replicate.predictions.create({ model: 'replicate/canary', input: { text: 'x' } });
  const [row] = await sharedDatabase(
    `INSERT INTO delivery (id, workspace_id, prediction_id, event, url, body, state)
     VALUES (left(md5($2), 26), $1, $2, 'completed', 'https://receiver.invalid/', '{}', 'gave_up') RETURNING id`,
    owner.workspace.id,
    prediction.id,
  );
  const id = String(row?.id);
  expect(await resultsOf(token, '/deliveries?state=gave_up')).toMatchObject([
    { id, prediction_id: prediction.id, event: 'completed', state: 'gave_up', last_attempt: null },
  ]);
  expect(await resultsOf(token, '/deliveries?state=delivered')).toEqual([]);
  expectPortalProblem(await callPortal('GET', '/deliveries?state=lost', { token }), 422, 'invalid_input');
  expectPortalProblem(await callPortal('GET', '/deliveries?cursor=x', { token }), 400, 'bad_request');
  const get = (as: string) => callPortal('GET', `/deliveries/${id}`, { token: as });
  expect(portalDeliveryDetailSchema.strict().parse((await get(token)).json)).toMatchObject({ body: '{}' });
  expectPortalProblem(await get(await apiTokenOf(await createUser())), 404, 'not_found');
  const replay = (of: string) => callPortal('POST', `/deliveries/${of}/replay`, { token });
  const again = await replay(id);
  expect(again.status, again.text).toBe(202);
  await sharedDatabase("UPDATE delivery SET body = '', state = 'delivered' WHERE id = $1", id);
  expectPortalProblem(await replay(id), 409, 'conflict');
  expectPortalProblem(await replay(unknownId), 404, 'not_found');
});

test("'replaceSecret' 204 gives the workspace another signing secret", async ({
  apiToken: token,
  replicate,
}) => {
  const before = await replicate.webhooks.default.secret.get();
  expect((await callPortal('POST', '/webhook-secret/replace', { token })).status).toBe(204);
  expect((await replicate.webhooks.default.secret.get()).key).not.toBe(before.key);
});
