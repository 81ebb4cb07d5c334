import { textFileReply } from '#app/_http/file-reply.ts';
import { portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { documentText } from '#lib/extractions/index.ts';

/** All that the pages say now, as a text file with a form feed between pages. */
export const GET = portalRoute<{ documentId: string }>(async ({ params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'job:read');
  const { name, text } = await documentText(scope, params.documentId);
  return textFileReply(`${name.replace(/\.[^.]{1,5}$/, '')}.txt`, text);
});
