import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Operation, portalOperations } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal, portalProblemOf } from '#lib/testing/call-portal.ts';
import type { RouteHandler } from '#lib/testing/call-route.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';

// Every operation of the portal's API, from its table, by those who may not.

afterAll(() => closeQueue());

const owner = await createUser();
const workspaceId = owner.workspace.id;
const documentId = await readDocument(owner, [readingOf('Confidential figures')]);
const job = await database().job.findFirstOrThrow({ where: { documentId } });
const ids: Record<string, string> = { document_id: documentId, job_id: job.id, page: '1', number: '0' };
for (const [name, table] of [
  ['tag_id', 'tag'],
  ['folder_id', 'folder'],
] as const) {
  ids[name] = newId();
  const row = { id: ids[name], workspaceId, name: 'Private' };
  if (table === 'tag') await database().tag.create({ data: { ...row, color: 'red' } });
  else await database().folder.create({ data: row });
}
const comment = { id: newId(), workspaceId, documentId, authorId: owner.id, body: 'secret remark' };
ids.comment_id = (await database().comment.create({ data: comment })).id;
const selection = { documentIds: [documentId] };
const exported = {
  id: newId(),
  workspaceId,
  format: 'txt',
  selection,
  name: 'private.txt',
  state: 'failed' as const,
};
ids.export_id = (await database().export.create({ data: exported })).id;
ids.person_id = owner.id;
const token = await apiTokenOf(owner);
ids.token_id = (await database().apiToken.findFirstOrThrow({ where: { workspaceId, kind: 'personal' } })).id;
const withoutScopes = await apiTokenOf(owner, []);
const stranger = await apiTokenOf(await createUser());

const operations = Object.entries<Operation>(portalOperations);

async function call(operation: Operation, as: string | null): Promise<Response> {
  const { method, path, params, query, example } = operation;
  const folder = path.replace('/api/v1/', '').replaceAll('{', '[').replaceAll('}', ']');
  const file = resolve(import.meta.dirname, folder, 'route.ts');
  const module: Record<string, RouteHandler> = await import(file);
  const handler = module[method];
  if (!handler) throw new Error(`${method} ${path} has no handler.`);
  const names = Object.keys(params.shape);
  const sent = JSON.stringify(example)?.replaceAll('$DOCUMENT_ID', documentId);
  return callPortal(handler, {
    method,
    token: as,
    params: Object.fromEntries(names.map((name) => [name, ids[name] ?? '0'.repeat(26)])),
    query: { ...('q' in query.shape && { q: 'figures' }), ...('format' in query.shape && { format: 'txt' }) },
    ...(sent !== undefined && { body: sent }),
  });
}

describe.each(operations)('%s', (_, operation) => {
  it('answers 401 without a key and with one of nobody', async () => {
    for (const as of [null, 'lect_of_nobody']) {
      const problem = await portalProblemOf(await call(operation, as));
      expect(problem).toMatchObject({ status: 401, kind: 'unauthenticated' });
    }
  });

  if (operation.permission !== 'workspace:read') {
    it('answers 403 to a key without the scope', async () => {
      const problem = await portalProblemOf(await call(operation, withoutScopes));
      expect(problem).toMatchObject({ status: 403, kind: 'forbidden' });
    });
  }

  it('shows a key of another workspace nothing of this one, and changes nothing here', async () => {
    const before = await everything();
    const response = await call(operation, stranger);
    const namesSomething =
      Object.keys(operation.params.shape).length > 0 || JSON.stringify(operation.example)?.includes('$');
    if (namesSomething)
      expect(await portalProblemOf(response)).toMatchObject({ status: 404, kind: 'not_found' });
    else {
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      const text = isStream ? await response.body?.cancel() : await response.text();
      for (const secret of [documentId, owner.workspace.slug, owner.email, 'Confidential', 'Private'])
        expect(text ?? '').not.toContain(secret);
    }
    expect(await everything()).toBe(before);
  });
});

async function everything(): Promise<string> {
  const where = { workspaceId };
  return JSON.stringify([
    await database().document.findMany({ where, include: { tags: true } }),
    await database().job.findMany({ where }),
    await database().extraction.findMany({ where }),
    await database().comment.findMany({ where }),
    await database().tag.findMany({ where }),
    await database().folder.findMany({ where }),
    await database().export.findMany({ where }),
    await database().membership.findMany({ where }),
    await database().apiToken.findMany({ where, omit: { lastUsedAt: true } }),
  ]);
}

it('a path that there is not answers 404 in the same form, to those who have a key', async () => {
  const { GET } = await import('./[[...path]]/route.ts');
  expect(await portalProblemOf(await callPortal(GET, { token }))).toMatchObject({ kind: 'not_found' });
  expect(await portalProblemOf(await callPortal(GET, { token: null }))).toMatchObject({ status: 401 });
});

it('a method that a path does not take answers 405 and names those it takes', async () => {
  const { PUT } = await import('./documents/route.ts');
  const response = await callPortal(PUT, { method: 'PUT', token });
  expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  expect(await portalProblemOf(response)).toMatchObject({ status: 405, kind: 'method_not_allowed' });
});
