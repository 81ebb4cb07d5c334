import { pageNumber } from '#app/_http/path-number.ts';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { getExtraction, newerReading } from '#lib/extractions/index.ts';

/** What the page says now; ?reading=newer: the lines of the later reading that is offered, or null. */
export const GET = portalRoute<{ documentId: string; page: string }>(async ({ url, params, session }) => {
  const { documentId } = params;
  const scope = await scopeOfDocument(session, documentId, 'job:read');
  const page = pageNumber(params.page);
  if (url.searchParams.get('reading') !== 'newer') {
    return jsonReply(await getExtraction(scope, documentId, page));
  }
  return jsonReply({ lines: await newerReading(scope, documentId, page) });
});
