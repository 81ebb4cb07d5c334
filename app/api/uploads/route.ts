import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { MAX_UPLOAD_BYTES } from '#lib/contracts/index.ts';
import { receiveUpload } from '#lib/documents/index.ts';
import { InvalidInput, LimitReached } from '#lib/platform/errors.ts';
import { checkRoomForUpload } from '#lib/usage/index.ts';

/** The body is the file itself, so that it can be stored as it arrives: ?workspace=SLUG&name=NAME */
export const POST = portalRoute(async ({ request, url, session }) => {
  const scope = scopeInWorkspace(session, url.searchParams.get('workspace') ?? '', 'document:write');
  if (Number(request.headers.get('content-length')) > MAX_UPLOAD_BYTES) {
    throw new LimitReached(`The file is larger than ${MAX_UPLOAD_BYTES / 1_048_576} MB.`);
  }
  if (!request.body) throw new InvalidInput('The file is empty.');
  await checkRoomForUpload(scope);
  const name = url.searchParams.get('name') ?? '';
  return jsonReply(await receiveUpload(scope, { name, bytes: request.body }), 201);
});
