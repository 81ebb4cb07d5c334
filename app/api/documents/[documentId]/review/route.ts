import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { reviewOverview } from '#lib/extractions/index.ts';

/** How far the review of each page is. */
export const GET = portalRoute<{ documentId: string }>(async ({ params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'job:read');
  return jsonReply({ pages: await reviewOverview(scope, params.documentId) });
});
