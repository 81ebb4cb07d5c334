import { fileReply } from '#app/_http/file-reply.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { openOriginal } from '#lib/documents/index.ts';

/** The file as it was uploaded; ?download=1 saves it. */
export const GET = portalRoute<{ documentId: string }>(async ({ request, url, params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'document:read');
  const file = await openOriginal(scope, params.documentId);
  return fileReply(file, { request, download: url.searchParams.get('download') === '1' });
});
