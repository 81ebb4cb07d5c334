import { pageNumber } from '#app/_http/path-number.ts';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { readPortalJson } from '#app/_http/read-portal-json.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { saveSchema } from '#lib/contracts/index.ts';
import { listRevisions, saveRevision } from '#lib/extractions/index.ts';

type Params = { documentId: string; page: string };

/** The history of a page, newest first. */
export const GET = portalRoute<Params>(async ({ params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'job:read');
  return jsonReply(await listRevisions(scope, params.documentId, pageNumber(params.page)));
});

/** Saves corrections; the answer says whether they were stored or what stands against it. */
export const POST = portalRoute<Params>(async ({ request, params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'review:write');
  const save = await readPortalJson(request, saveSchema);
  return jsonReply(await saveRevision(scope, params.documentId, pageNumber(params.page), save));
});
