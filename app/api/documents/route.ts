import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { readDocumentFilters } from '#lib/contracts/index.ts';
import { listSummaries } from '#lib/jobs/index.ts';

/** ?workspace=SLUG&cursor=…, and filters as on the page of the documents → { documents, nextCursor, total } */
export const GET = portalRoute(async ({ url, session }) => {
  const scope = scopeInWorkspace(session, url.searchParams.get('workspace') ?? '', 'document:read');
  const filters = readDocumentFilters(Object.fromEntries(url.searchParams));
  return jsonReply(
    await listSummaries(scope, { cursor: url.searchParams.get('cursor') ?? undefined, filters }),
  );
});
