import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { reviewCounts } from '#lib/review/index.ts';

/** ?workspace=SLUG: what waits for the person. */
export const GET = portalRoute(async ({ url, session }) => {
  const scope = scopeInWorkspace(session, url.searchParams.get('workspace') ?? '', 'job:read');
  return jsonReply(await reviewCounts(scope));
});
