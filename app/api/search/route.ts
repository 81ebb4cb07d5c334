import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { readSearchFilters } from '#lib/contracts/index.ts';
import { searchPages } from '#lib/search/index.ts';
import { toSearchAnswer } from './search-answer.ts';

const MOST_PARTS = 50;

/** ?workspace=SLUG&q=…&part=0&…filters → pages whose text matches, best first. */
export const GET = portalRoute(async ({ url, session }) => {
  const values = Object.fromEntries(url.searchParams);
  const scope = scopeInWorkspace(session, values.workspace ?? '', 'document:read');
  const part = Math.min(MOST_PARTS, Math.max(0, Number.parseInt(values.part ?? '0', 10) || 0));
  const found = await searchPages(scope, values.q ?? '', { filters: readSearchFilters(values), part });
  return jsonReply(toSearchAnswer(found));
});
