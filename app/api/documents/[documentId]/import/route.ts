import { pageNumber } from '#app/_http/path-number.ts';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { readBody } from '#app/_http/read-body.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { MAX_IMPORT_BYTES, saveSchema } from '#lib/contracts/index.ts';
import { importFile, previewImport } from '#lib/imports/index.ts';
import { InvalidInput } from '#lib/platform/errors.ts';

const LIMIT = { maxBytes: MAX_IMPORT_BYTES, tooLarge: 'The file is larger than 16 MB.' };

/**
 * The body is an hOCR or ALTO file in UTF-8. ?page=N : for that page alone. ?save=ID : it is imported, once for each
 * id; without, the answer is what would change.
 */
export const POST = portalRoute<{ documentId: string }>(async ({ request, url, params, session }) => {
  const { documentId } = params;
  const scope = await scopeOfDocument(session, documentId, 'review:write');
  const page = url.searchParams.get('page');
  const saveId = saveSchema.shape.saveId.nullable().safeParse(url.searchParams.get('save'));
  if (!saveId.success) throw new InvalidInput('save is 8 to 40 small letters and digits.');
  const text = await readBody(request, LIMIT);
  const source = { text, pageNumber: page === null ? undefined : pageNumber(page) };
  if (saveId.data === null) return jsonReply(await previewImport(scope, documentId, source));
  return jsonReply({ pages: await importFile(scope, documentId, { ...source, saveId: saveId.data }) });
});
