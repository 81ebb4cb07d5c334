import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { listExports } from '#lib/exports/index.ts';

/** ?workspace=… : its newest exports. */
export const GET = portalRoute(async ({ url, session }) => {
  const scope = scopeInWorkspace(session, url.searchParams.get('workspace') ?? '', 'job:read');
  return jsonReply({ exports: await listExports(scope) });
});
