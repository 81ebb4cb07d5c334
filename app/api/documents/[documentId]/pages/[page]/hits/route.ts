import { pageNumber } from '#app/_http/path-number.ts';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { getExtraction } from '#lib/extractions/index.ts';
import { findHits } from '#lib/search/index.ts';

/** ?q=… → where on the page it stands, in reading order. */
export const GET = portalRoute<{ documentId: string; page: string }>(async ({ params, url, session }) => {
  const { documentId } = params;
  const scope = await scopeOfDocument(session, documentId, 'job:read');
  const number = pageNumber(params.page);
  const { lines } = await getExtraction(scope, documentId, number);
  const page = { documentId, pageNumber: number, lines };
  return jsonReply(await findHits(scope, page, url.searchParams.get('q') ?? ''));
});
