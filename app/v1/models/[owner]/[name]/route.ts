import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { notOffered } from '#app/_http/not-offered.ts';
import { operations } from '#lib/contracts/index.ts';
import { describeModel } from '#lib/predictions/index.ts';

const get = defineRoute(operations.getModel, async ({ scope, params: { owner, name } }) => ({
  body: await describeModel(scope, `${owner}/${name}`),
}));

export const { GET, HEAD, POST, PUT, OPTIONS } = defineMethods({ GET: get });
// Models are made here by installing: changing one is Replicate's alone (contract 18).
export { notOffered as DELETE, notOffered as PATCH };
