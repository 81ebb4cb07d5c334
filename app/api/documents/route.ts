import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { listSummaries } from '#lib/jobs/index.ts';

/** ?workspace=SLUG&cursor=… → { documents, nextCursor } */
export const GET = portalRoute(async ({ url, session }) => {
  const scope = scopeInWorkspace(session, url.searchParams.get('workspace') ?? '', 'document:read');
  return jsonReply(await listSummaries(scope, { cursor: url.searchParams.get('cursor') ?? undefined }));
});
