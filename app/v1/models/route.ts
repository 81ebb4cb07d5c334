import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { wholeList } from '#app/_http/list-page.ts';
import { wasSentAsQuery } from '#app/_http/query-method.ts';
import { readBody } from '#app/_http/read-body.ts';
import { operations } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { describeModels } from '#lib/predictions/index.ts';

const MAX_QUERY_BYTES = 10_000;

const list = defineRoute(operations.listModels, async ({ scope }) => ({
  body: wholeList(await describeModels(scope)),
}));

const search = defineRoute(operations.searchModels, async ({ request, scope }) => {
  // Models are made here by installing, not by calling.
  if (!wasSentAsQuery(request)) throw new NotFound('The requested resource could not be found.');
  const body = await readBody(request, {
    maxBytes: MAX_QUERY_BYTES,
    tooLarge: `Search with at most ${MAX_QUERY_BYTES} bytes.`,
  });
  return { body: wholeList(await describeModels(scope, plainText(body))) };
});

/** The JavaScript client sends its plain text as JSON. */
function plainText(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'string' ? parsed : body;
  } catch {
    return body;
  }
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: list, POST: search });
