import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { readDocumentForm } from '#app/_http/read-document-form.ts';
import { authorize } from '#lib/access/index.ts';
import { usingBlob } from '#lib/blobs/index.ts';
import { idempotencyHeadersSchema, portalOperations } from '#lib/contracts/index.ts';
import { requireUploadTurn } from '#lib/documents/index.ts';
import { documentSummary, listSummaries, startJob } from '#lib/jobs/index.ts';
import { InvalidInput } from '#lib/platform/errors.ts';
import { checkRoomForUpload } from '#lib/usage/index.ts';
import { documentToWire } from '../_wire/document-to-wire.ts';

const list = definePortalRoute(portalOperations.listDocuments, async ({ scope, query }) => {
  const { cursor, ...filters } = query;
  const { documents, nextCursor, total } = await listSummaries(scope, { cursor, filters });
  return { body: { results: documents.map(documentToWire), next_cursor: nextCursor, total } };
});

const create = definePortalRoute(portalOperations.createDocument, async ({ scope, request }) => {
  const ofJobs = authorize(scope.actor, scope.workspaceId, 'job:write');
  const key = idempotencyKey(request);
  await requireUploadTurn(scope);
  await checkRoomForUpload(scope);
  const { file, language, password } = await readDocumentForm(request);
  const languages = language === undefined ? [] : [language];
  const start = () => startJob(ofJobs, { file, key, languages, password });
  const { documentId, isNew } = await usingBlob(file, start);
  return { status: isNew ? 201 : 200, body: documentToWire(await documentSummary(scope, documentId)) };
});

function idempotencyKey(request: Request): string | undefined {
  const name = 'Idempotency-Key';
  const parsed = idempotencyHeadersSchema.shape[name].safeParse(request.headers.get(name) ?? undefined);
  if (parsed.success) return parsed.data;
  const description = 'Must be 1 to 200 characters long';
  throw new InvalidInput(`${name}: ${description}.`, [{ field: name, type: 'format', description }]);
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: list,
  POST: create,
});
