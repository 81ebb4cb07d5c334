import { portalCommentSchema } from '#lib/contracts/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { readDocument, resultsOf, uploadDocument } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

test("'listQueue' and 'setReviewState' take a document through the review; 422 for a rejection without a reason", async ({
  apiToken: token,
}) => {
  const { id, name } = await readDocument(token);
  expect(await resultsOf(token, '/review')).toMatchObject([
    { document_id: id, name, pages: 1, first_page: 1 },
  ]);
  expect(await resultsOf(token, '/review?state=approved')).toEqual([]);
  const decide = (body: object) => callPortal('POST', `/documents/${id}/review`, { token, body });
  expect((await decide({ state: 'approved', pages: [1] })).json).toEqual({ pages: 1 });
  expect((await decide({ state: 'approved' })).json).toEqual({ pages: 0 });
  expect(await resultsOf(token, '/review')).toEqual([]);
  expect((await decide({ state: 'rejected', comment: 'Blurred.' })).json).toEqual({ pages: 1 });
  for (const body of [{ state: 'rejected', pages: [1] }, { state: 'done' }, { state: 'approved', pages: [] }])
    expectPortalProblem(await decide(body), 422, 'invalid_input');
  expectPortalProblem(await decide({ state: 'new', pages: [7] }), 404, 'not_found');
  expectPortalProblem(await callPortal('GET', '/review?state=x', { token }), 422, 'invalid_input');
});

test("'setAssignee' and 'getAssignee' give a document to a person; 422 for one who may not review", async ({
  apiToken: token,
  owner,
}) => {
  const { id } = await uploadDocument(token);
  const path = `/documents/${id}/assignee`;
  const set = (personId: string | null) => callPortal('PUT', path, { token, body: { person_id: personId } });
  expect((await callPortal('GET', path, { token })).json).toEqual({ assignee: null });
  expect((await set(owner.id)).json).toEqual({ assignee: { id: owner.id, name: owner.name } });
  expect((await set(null)).json).toEqual({ assignee: null });
  const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
  for (const person of [viewer.id, unknownId, 'x'])
    expectPortalProblem(await set(person), 422, 'invalid_input');
  const missing = await callPortal('GET', `/documents/${unknownId}/assignee`, { token });
  expectPortalProblem(missing, 404, 'not_found');
});

test("'addComment', 'listComments' and 'resolveComment' hold a discussion in which programs go by their token", async ({
  apiToken: token,
  owner,
}) => {
  const { id } = await readDocument(token);
  const path = `/documents/${id}/comments`;
  const add = (body: object) => callPortal('POST', path, { token, body });
  const added = await add({ body: 'The total is missing.', page: 1, mention_ids: [owner.id] });
  expect(added.status, added.text).toBe(201);
  const comment = portalCommentSchema.strict().parse(added.json);
  expect(comment).toMatchObject({ author: null, api_token: 'Test', page: 1, mentions: [{ id: owner.id }] });
  const resolve = (of: string, body: object) => callPortal('PATCH', `/comments/${of}`, { token, body });
  expect((await resolve(comment.id, { is_resolved: true })).status).toBe(204);
  expect(await resultsOf(token, path)).toMatchObject([
    { id: comment.id, resolved_at: expect.any(String), resolved_by: null },
  ]);
  expect((await resolve(comment.id, { is_resolved: false })).status).toBe(204);
  expectPortalProblem(await resolve(unknownId, { is_resolved: true }), 404, 'not_found');
  expectPortalProblem(await resolve(comment.id, {}), 422, 'invalid_input');
  for (const body of [{ body: ' ' }, { body: 'x', mention_ids: [unknownId] }, { text: 'x' }])
    expectPortalProblem(await add(body), 422, 'invalid_input');
  expectPortalProblem(await add({ body: 'x', page: 5 }), 404, 'not_found');
});
