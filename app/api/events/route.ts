import { eventStreamReply } from '#app/_http/live-stream.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { openEventStream } from './event-stream.ts';

/** ?workspace=SLUG: what changes in the workspace, for as long as the person may know. */
export const GET = portalRoute(async ({ request, url, session, sessionToken }) => {
  const slug = url.searchParams.get('workspace') ?? '';
  const { workspaceId } = scopeInWorkspace(session, slug, 'document:read');
  // Next answers HEAD by this handler and lets the body lie: a stream would stay open.
  const isHead = request.method === 'HEAD';
  const watcher = { workspaceId, session, sessionToken, signal: request.signal };
  return eventStreamReply(isHead ? null : await openEventStream(watcher));
});
