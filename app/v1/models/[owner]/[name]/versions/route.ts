import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { wholeList } from '#app/_http/list-page.ts';
import { operations } from '#lib/contracts/index.ts';
import { describeVersions } from '#lib/predictions/index.ts';

const list = defineRoute(operations.listModelVersions, async ({ params: { owner, name } }) => ({
  body: wholeList(describeVersions(`${owner}/${name}`)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: list });
