import { fileReply } from '#app/_http/file-reply.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { openOriginal } from '#lib/documents/index.ts';

/** The file as it was uploaded, to be saved: a browser never shows what somebody sent. */
export const GET = portalRoute<{ documentId: string }>(async ({ request, params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'document:read');
  return fileReply(await openOriginal(scope, params.documentId), { request });
});
