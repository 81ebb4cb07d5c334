import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { addComment, getComment, listComments } from '#lib/review/index.ts';
import { commentToWire } from '../../../_wire/review-to-wire.ts';

const list = definePortalRoute(portalOperations.listComments, async ({ scope, params }) => ({
  body: { results: (await listComments(scope, params.document_id)).map(commentToWire) },
}));

const add = definePortalRoute(portalOperations.addComment, async ({ scope, params, body }) => {
  const { page: pageNumber, line: lineId, mention_ids: mentions } = body;
  const comment = { body: body.body, pageNumber, lineId, mentions };
  const id = await addComment(scope, params.document_id, comment);
  return { status: 201, body: commentToWire(await getComment(scope, id)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: list, POST: add });
