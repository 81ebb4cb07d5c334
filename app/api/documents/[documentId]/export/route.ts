import { generatedFileReply } from '#app/_http/file-reply.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { exportFormatSchema, pageRangeSchema } from '#lib/contracts/index.ts';
import { exportDocument } from '#lib/exports/index.ts';
import { InvalidInput } from '#lib/platform/errors.ts';

/** ?format=…&pages=1,3-5 : a document of at most 100 pages as it reads now; PDFs are exports of their own. */
export const GET = portalRoute<{ documentId: string }>(async ({ request, url, params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'job:read');
  const format = exportFormatSchema.safeParse(url.searchParams.get('format'));
  const pages = pageRangeSchema.optional().safeParse(url.searchParams.get('pages') ?? undefined);
  if (!format.success) throw new InvalidInput(`format is one of ${exportFormatSchema.options.join(', ')}.`);
  if (!pages.success) throw new InvalidInput('pages is a list of page numbers, such as 1,3-5.');
  const file = await exportDocument(scope, params.documentId, { format: format.data, pages: pages.data });
  return generatedFileReply(file, request);
});
