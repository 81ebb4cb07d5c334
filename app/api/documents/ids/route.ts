import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { readDocumentFilters } from '#lib/contracts/index.ts';
import { chosenDocuments } from '#lib/documents/index.ts';

/** ?workspace=SLUG, and filters as on the page of the documents → { documentIds }: all of them, in no order. */
export const GET = portalRoute(async ({ url, session }) => {
  const scope = scopeInWorkspace(session, url.searchParams.get('workspace') ?? '', 'document:read');
  const matching = readDocumentFilters(Object.fromEntries(url.searchParams));
  return jsonReply({ documentIds: await chosenDocuments(scope, { matching }) });
});
