import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { notOffered } from '#app/_http/not-offered.ts';
import { operations } from '#lib/contracts/index.ts';
import { describeVersion } from '#lib/predictions/index.ts';

const get = defineRoute(operations.getModelVersion, async ({ params: { owner, name, id } }) => ({
  body: describeVersion(`${owner}/${name}:${id}`),
}));

export const { GET, HEAD, POST, PUT, PATCH, OPTIONS } = defineMethods({ GET: get });
// Removing a version is Replicate's alone (contract 18).
export { notOffered as DELETE };
