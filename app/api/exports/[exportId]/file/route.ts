import { fileReply } from '#app/_http/file-reply.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfExport } from '#app/_session/scope-of-export.ts';
import { openExport } from '#lib/exports/index.ts';

/** The file of an export, to be saved. */
export const GET = portalRoute<{ exportId: string }>(async ({ request, params, session }) => {
  const scope = await scopeOfExport(session, params.exportId, 'job:read');
  return fileReply(await openExport(scope, params.exportId), { request });
});
