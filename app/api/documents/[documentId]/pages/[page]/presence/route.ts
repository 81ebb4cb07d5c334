import { pageNumber } from '#app/_http/path-number.ts';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { readPortalJson } from '#app/_http/read-portal-json.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { heartbeatSchema } from '#lib/contracts/index.ts';
import { endPresence, notePresence } from '#lib/review/index.ts';

/** A tab's sign that it has the page open, or its last; the answer names the others who have. */
export const POST = portalRoute<{ documentId: string; page: string }>(
  async ({ request, params, session }) => {
    const { documentId } = params;
    const scope = await scopeOfDocument(session, documentId, 'job:read');
    const { tabId, isLeaving } = await readPortalJson(request, heartbeatSchema);
    const open = { documentId, pageNumber: pageNumber(params.page), tabId };
    if (!isLeaving) return jsonReply({ people: await notePresence(scope, open) });
    await endPresence(scope, open);
    return jsonReply({ people: [] });
  },
);
