import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { operations } from '#lib/contracts/index.ts';
import { describeVersion } from '#lib/predictions/index.ts';

const get = defineRoute(operations.getModelVersion, async ({ params: { owner, name, id } }) => ({
  body: describeVersion(`${owner}/${name}:${id}`),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: get });
