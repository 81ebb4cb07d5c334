import { portalJobDetailSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { makeDenseScan } from '../fixtures/documents.ts';
import { readDocument, resultsOf, uploadDocument, waitForJob } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

test("'createJob' 201 reads a document again, or one page; 409 while it is read, 404 for no document or page, 422", async ({
  apiToken: token,
}) => {
  const { id: documentId } = await readDocument(token);
  const create = (body: object) => callPortal('POST', '/jobs', { token, body });
  const again = await create({ document_id: documentId, language: 'de' });
  expect(again.status, again.text).toBe(201);
  const job = portalJobDetailSchema.strict().parse(again.json);
  expect(job).toMatchObject({ document_id: documentId, languages: ['de'], created_by: 'Test' });
  expectPortalProblem(await create({ document_id: documentId }), 409, 'conflict');
  expect((await waitForJob(token, job.id)).pages).toEqual({ total: 1, succeeded: 1, failed: 0, canceled: 0 });
  expectPortalProblem(await create({ document_id: documentId, page: 2 }), 404, 'not_found');
  expectPortalProblem(await create({ document_id: unknownId }), 404, 'not_found');
  for (const body of [{}, { document_id: documentId, language: 'x' }, { document_id: documentId, page: 0 }])
    expectPortalProblem(await create(body), 422, 'invalid_input');
});

test("'listJobs' tells the newest first and finds by document and status; 'getJob' has the state of each page", async ({
  apiToken: token,
  owner,
}) => {
  const { id: documentId, job } = await readDocument(token);
  expect(await resultsOf(token, '/jobs')).toMatchObject([{ id: job?.id, document_id: documentId }]);
  expect(await resultsOf(token, `/jobs?document_id=${documentId}&status=succeeded`)).toHaveLength(1);
  expect(await resultsOf(token, '/jobs?status=failed')).toEqual([]);
  expect(await resultsOf(token, `/jobs?person_id=${owner.id}`)).toEqual([]);
  const described = await callPortal('GET', `/jobs/${job?.id}`, { token });
  expect(described.json).toMatchObject({
    page_states: [{ number: 1, status: 'succeeded', attempt: 1, error: null }],
  });
  expectPortalProblem(await callPortal('GET', '/jobs?cursor=x', { token }), 400, 'bad_request');
  expectPortalProblem(await callPortal('GET', '/jobs?status=over', { token }), 422, 'invalid_input');
  const stranger = await apiTokenOf(await createUser());
  expectPortalProblem(await callPortal('GET', `/jobs/${job?.id}`, { token: stranger }), 404, 'not_found');
  expectPortalProblem(await callPortal('GET', '/jobs/x', { token }), 404, 'not_found');
});

test("'cancelJob' stops a job and leaves one that is over as it is; 'retryJob' goes on, 409 for a page that was read", async ({
  apiToken: token,
}) => {
  const { id: documentId, job } = await uploadDocument(token, await makeDenseScan());
  const call = (verb: string, body?: object) =>
    callPortal('POST', `/jobs/${job?.id}/${verb}`, { token, body });
  const pagesThere = () => resultsOf(token, `/documents/${documentId}/pages`);
  await expect.poll(async () => (await pagesThere()).length).toBe(2);
  expect((await call('cancel')).json).toMatchObject({ status: 'canceled' });
  expect((await call('cancel')).json).toMatchObject({ status: 'canceled' });
  const retried = await call('retry', {});
  expect(retried.status, retried.text).toBe(200);
  expect(portalJobDetailSchema.parse(retried.json).status).not.toBe('canceled');
  expect((await waitForJob(token, job?.id ?? '')).status).toBe('succeeded');
  expectPortalProblem(await call('retry', { page: 1 }), 409, 'conflict');
  expectPortalProblem(await call('retry', { page: 'one' }), 422, 'invalid_input');
  const body = { document_id: documentId };
  await callPortal('POST', '/jobs', { token, body });
  expectPortalProblem(await call('retry', {}), 409, 'conflict');
  await callPortal('POST', `/jobs/${unknownId}/cancel`, { token }).then((reply) =>
    expectPortalProblem(reply, 404, 'not_found'),
  );
});
