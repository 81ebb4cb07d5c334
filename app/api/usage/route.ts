import { textFileReply } from '#app/_http/file-reply.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { insightRangeOf } from '#lib/contracts/index.ts';
import { usageCsv } from '#lib/usage/index.ts';

/** ?workspace=SLUG&range=…: pages for each day and person or token, as CSV. */
export const GET = portalRoute(async ({ url, session }) => {
  const workspace = url.searchParams.get('workspace') ?? '';
  const scope = scopeInWorkspace(session, workspace, 'usage:read');
  const range = insightRangeOf(url.searchParams.get('range'));
  return textFileReply(`usage-${workspace}-${range}.csv`, await usageCsv(scope, range), 'text/csv');
});
