import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { readSearchFilters } from '#lib/contracts/index.ts';
import { searchPages } from '#lib/search/index.ts';
import { toSearchAnswer } from './search-answer.ts';

/** ?workspace=SLUG&q=…&after=NEXT&…filters → pages whose text matches, best first. */
export const GET = portalRoute(async ({ url, session }) => {
  const values = Object.fromEntries(url.searchParams);
  const scope = scopeInWorkspace(session, values.workspace ?? '', 'document:read');
  const options = { filters: readSearchFilters(values), after: values.after };
  const found = await searchPages(scope, values.q ?? '', options);
  return jsonReply(toSearchAnswer(found));
});
