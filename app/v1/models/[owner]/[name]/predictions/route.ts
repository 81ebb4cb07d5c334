import { createAndReply } from '#app/_http/create-and-reply.ts';
import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { operations } from '#lib/contracts/index.ts';
import { checkModel } from '#lib/predictions/index.ts';

const create = defineRoute(operations.createModelPrediction, async (input) => {
  const model = `${input.params.owner}/${input.params.name}`;
  checkModel(model);
  return await createAndReply(input, model);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ POST: create });
