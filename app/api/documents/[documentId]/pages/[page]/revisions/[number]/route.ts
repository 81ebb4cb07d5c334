import { pageNumber, revisionNumber } from '#app/_http/path-number.ts';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { extractionAt } from '#lib/extractions/index.ts';

type Params = { documentId: string; page: string; number: string };

/** The lines of the page as they were at a revision; 0: as the machine read them. */
export const GET = portalRoute<Params>(async ({ params, session }) => {
  const { documentId } = params;
  const scope = await scopeOfDocument(session, documentId, 'job:read');
  const number = revisionNumber(params.number);
  return jsonReply({ number, lines: await extractionAt(scope, documentId, pageNumber(params.page), number) });
});
