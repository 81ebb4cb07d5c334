import { generatedFileReply } from '#app/_http/file-reply.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { auditCsv, auditFilterOf } from '#lib/audit/index.ts';
import { auditChoiceOf } from '#lib/contracts/index.ts';

/** ?workspace=SLUG and what the page's address chooses: all acts that fit, as CSV, sent as they are read. */
export const GET = portalRoute(async ({ request, url, session }) => {
  const workspace = url.searchParams.get('workspace') ?? '';
  const scope = scopeInWorkspace(session, workspace, 'audit:read');
  const choice = auditChoiceOf(Object.fromEntries(url.searchParams));
  const day = new Date().toISOString().slice(0, 10);
  return generatedFileReply(
    {
      name: `audit-trail-${workspace}-${day}.csv`,
      contentType: 'text/csv; charset=utf-8',
      bytes: auditCsv(scope, auditFilterOf(choice)),
    },
    request,
  );
});
