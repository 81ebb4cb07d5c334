import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { operations, type SearchResultWire } from '#lib/contracts/index.ts';
import { describeModels } from '#lib/predictions/index.ts';

const search = defineRoute(operations.search, async ({ scope, query: { query, limit } }) => {
  const models = await describeModels(scope, query);
  const result: SearchResultWire = {
    query,
    models: models.slice(0, limit).map((model) => ({ model, metadata: { tags: ['ocr'] } })),
    collections: [],
    pages: [],
  };
  return { body: result };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: search });
