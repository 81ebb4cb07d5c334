import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { wholeList } from '#app/_http/list-page.ts';
import { operations } from '#lib/contracts/index.ts';
import { checkModel } from '#lib/predictions/index.ts';

// Nobody's predictions are shown to others, and none is kept as an example.
const list = defineRoute(operations.listModelExamples, async ({ params: { owner, name } }) => {
  checkModel(`${owner}/${name}`);
  return { body: wholeList([]) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: list });
