import { createAndReply } from '#app/_http/create-and-reply.ts';
import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { pageReply, positionOf } from '#app/_http/list-page.ts';
import { operations } from '#lib/contracts/index.ts';
import { listPredictions, predictionToWire } from '#lib/predictions/index.ts';

const create = defineRoute(operations.createPrediction, (input) => createAndReply(input, input.body.version));

const list = defineRoute(operations.listPredictions, async ({ scope, query, request }) => {
  const { created_after: after, created_before: before, source } = query;
  const filter = {
    ...(after ? { createdAfter: new Date(after) } : {}),
    ...(before ? { createdBefore: new Date(before) } : {}),
    ...(source ? { source } : {}),
  };
  const page = await listPredictions(scope, filter, positionOf(query.cursor));
  return { body: pageReply(page, request, predictionToWire) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: list, POST: create });
