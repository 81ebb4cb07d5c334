import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { listMentions } from '#lib/review/index.ts';

/** ?workspace=SLUG: comments that mention the person. */
export const GET = portalRoute(async ({ url, session }) => {
  const scope = scopeInWorkspace(session, url.searchParams.get('workspace') ?? '', 'job:read');
  return jsonReply({ mentions: await listMentions(scope) });
});
