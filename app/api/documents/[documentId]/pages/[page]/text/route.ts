import { pageNumber } from '#app/_http/path-number.ts';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { pageText } from '#lib/extractions/index.ts';

export const GET = portalRoute<{ documentId: string; page: string }>(async ({ params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'job:read');
  return jsonReply(await pageText(scope, params.documentId, pageNumber(params.page)));
});
