import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { operations } from '#lib/contracts/index.ts';
import { cancelPrediction, predictionToWire } from '#lib/predictions/index.ts';

const cancel = defineRoute(operations.cancelPrediction, async ({ scope, params }) => ({
  body: predictionToWire(await cancelPrediction(scope, params.id)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ POST: cancel });
