import { fileReply } from '#app/_http/file-reply.ts';
import { pageNumber } from '#app/_http/path-number.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { openThumbnail } from '#lib/documents/index.ts';

export const GET = portalRoute<{ documentId: string; page: string }>(async ({ request, params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'document:read');
  const picture = await openThumbnail(scope, params.documentId, pageNumber(params.page));
  return fileReply(picture, { request, isOwnPicture: true });
});
