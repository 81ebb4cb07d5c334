import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { operations } from '#lib/contracts/index.ts';
import { getPrediction, predictionToWire } from '#lib/predictions/index.ts';

const get = defineRoute(operations.getPrediction, async ({ scope, params }) => ({
  body: predictionToWire(await getPrediction(scope, params.id)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: get });
