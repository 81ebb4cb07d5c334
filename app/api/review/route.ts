import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { queueFilterOf } from '#lib/contracts/index.ts';
import { listQueue } from '#lib/review/index.ts';

/** ?workspace=SLUG&who=…&state=…&order=…: the documents to review. */
export const GET = portalRoute(async ({ url, session }) => {
  const { workspace = '', ...query } = Object.fromEntries(url.searchParams);
  const scope = scopeInWorkspace(session, workspace, 'job:read');
  return jsonReply(await listQueue(scope, queueFilterOf(query)));
});
