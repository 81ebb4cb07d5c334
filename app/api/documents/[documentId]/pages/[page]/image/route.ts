import { fileReply } from '#app/_http/file-reply.ts';
import { pageNumber } from '#app/_http/path-number.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { openLargePicture, openPageImage } from '#lib/documents/index.ts';

type Params = { documentId: string; page: string };

/** The page's picture; ?size=large: the one for reading closely, 202 without a body while it is being drawn. */
export const GET = portalRoute<Params>(async ({ request, url, params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'document:read');
  const page = pageNumber(params.page);
  if (url.searchParams.get('size') !== 'large') {
    return fileReply(await openPageImage(scope, params.documentId, page), { request, isOwnPicture: true });
  }
  const picture = await openLargePicture(scope, params.documentId, page);
  if (picture) return fileReply(picture, { request, isOwnPicture: true });
  return new Response(null, { status: 202, headers: { 'cache-control': 'no-store', 'retry-after': '1' } });
});
