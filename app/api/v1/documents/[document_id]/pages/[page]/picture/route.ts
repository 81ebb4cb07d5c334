import { fileReply } from '#app/_http/file-reply.ts';
import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { openLargePicture, openPageImage, openThumbnail } from '#lib/documents/index.ts';

const get = definePortalRoute(portalOperations.getPicture, async ({ scope, params, query, request }) => {
  const { document_id: id, page } = params;
  const open = { small: openThumbnail, usual: openPageImage, large: openLargePicture }[query.size];
  const picture = await open(scope, id, page);
  // Large pictures are drawn when somebody asks for them.
  if (!picture) return { status: 202, headers: { 'retry-after': '1' } };
  return fileReply(picture, { request, isOwnPicture: true });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
