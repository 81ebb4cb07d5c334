import { generatedFileReply } from '#app/_http/file-reply.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { authorizeInstance } from '#lib/access/index.ts';
import { allAuditCsv, auditFilterOf } from '#lib/audit/index.ts';
import { auditChoiceOf } from '#lib/contracts/index.ts';

/** The trail of the whole installation as CSV, for who looks after it; everybody else finds nothing here. */
export const GET = portalRoute(async ({ request, url, session }) => {
  const scope = authorizeInstance(session.actor);
  const choice = auditChoiceOf(Object.fromEntries(url.searchParams));
  const day = new Date().toISOString().slice(0, 10);
  return generatedFileReply(
    {
      name: `audit-trail-${day}.csv`,
      contentType: 'text/csv; charset=utf-8',
      bytes: allAuditCsv(scope, auditFilterOf(choice)),
    },
    request,
  );
});
