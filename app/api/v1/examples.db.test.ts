import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Operation, portalOperations } from '#lib/contracts/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal } from '#lib/testing/call-portal.ts';
import type { RouteHandler } from '#lib/testing/call-route.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';

afterAll(() => closeQueue());

/** Asks the prediction service, and waits for it. */
const withService = ['readRegion'];

const owner = await createUser();
const token = await apiTokenOf(owner);

const withExample = Object.entries<Operation>(portalOperations).filter(
  ([name, { example, form }]) => example && !form && !withService.includes(name),
);

it.each(withExample)('the example of %s is understood', async (_, { method, path, params, example }) => {
  const documentId = await readDocument(owner, [readingOf('Chapter one')]);
  const folder = path.replace('/api/v1/', '').replaceAll('{', '[').replaceAll('}', ']');
  const module: Record<string, RouteHandler> = await import(resolve(import.meta.dirname, folder, 'route.ts'));
  const handler = module[method];
  if (!handler) throw new Error(`${method} ${path} has no handler.`);
  const ids: Record<string, string> = { document_id: documentId, page: '1', number: '0' };
  const response = await callPortal(handler, {
    method,
    token,
    params: Object.fromEntries(Object.keys(params.shape).map((name) => [name, ids[name] ?? '0'.repeat(26)])),
    body: JSON.stringify(example).replaceAll('$DOCUMENT_ID', documentId),
  });
  // 404 and 409 only tell that the workspace has no such thing, or not in this state.
  expect([200, 201, 202, 204, 404, 409], await response.text()).toContain(response.status);
});
