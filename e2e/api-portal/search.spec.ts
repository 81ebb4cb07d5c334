import { portalSearchSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem } from '../fixtures/api-call.ts';
import { readDocument, resultsOf } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

test("'searchPages', 'suggest' and 'findHits' find what was read, in this workspace alone", async ({
  apiToken: token,
}) => {
  const { id, name } = await readDocument(token);
  const get = (path: string, as = token) => callPortal('GET', path, { token: as });
  const found = await get('/search?q=chapter');
  expect(found.status, found.text).toBe(200);
  const answer = portalSearchSchema.strict().parse(found.json);
  expect(answer).toMatchObject({ matches: 1, next_cursor: null, problem: null });
  expect(answer.results).toMatchObject([{ document_id: id, document_name: name, page: 1, state: 'new' }]);
  expect(answer.results[0]?.snippet.find(({ hit }) => hit)?.text.toLowerCase()).toBe('chapter');
  expect((await get(`/search?q=chapter&document=${id}&state=approved`)).json).toMatchObject({ matches: 0 });
  expect((await get('/search/suggestions?q=chap')).json).toMatchObject({ words: ['chapter'] });
  expect(await resultsOf(token, `/documents/${id}/pages/1/hits?q=chapter`)).toMatchObject([{ line: 'r0' }]);
  const stranger = await apiTokenOf(await createUser());
  expect((await get('/search?q=chapter', stranger)).json).toMatchObject({ matches: 0, results: [] });
  expectPortalProblem(await get(`/documents/${id}/pages/1/hits?q=chapter`, stranger), 404, 'not_found');
  for (const path of [
    '/search',
    '/search?q=a&state=x',
    `/search?q=${'x'.repeat(501)}`,
    '/search/suggestions',
  ])
    expectPortalProblem(await get(path), 422, 'invalid_input');
  expectPortalProblem(await get('/search?q=chapter&cursor=x'), 422, 'invalid_input');
});
