import { pageNumber } from '#app/_http/path-number.ts';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { readPortalJson } from '#app/_http/read-portal-json.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { regionRequestSchema } from '#lib/contracts/index.ts';
import { readRegion } from '#lib/jobs/index.ts';

type Params = { documentId: string; page: string };

/** Reads a part of the page and answers its lines; waits for them, at most a minute. */
export const POST = portalRoute<Params>(async ({ request, params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'review:write');
  const region = await readPortalJson(request, regionRequestSchema);
  return jsonReply(await readRegion(scope, params.documentId, pageNumber(params.page), region));
});
