import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { suggest } from '#lib/search/index.ts';

/** ?workspace=SLUG&q=… → words and documents that the end of the query may mean. */
export const GET = portalRoute(async ({ url, session }) => {
  const scope = scopeInWorkspace(session, url.searchParams.get('workspace') ?? '', 'document:read');
  return jsonReply(await suggest(scope, url.searchParams.get('q') ?? ''));
});
