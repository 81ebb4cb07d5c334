import { personOf, type Scope, tokenOf } from '#lib/access/index.ts';
import type { NewComment } from '#lib/contracts/index.ts';
import { getDocument, recordOnDocuments } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import {
  type Clock,
  InvalidInput,
  inTransaction,
  NotFound,
  newId,
  storableText,
  systemClock,
} from '#lib/platform/index.ts';
import { insertComment } from './comment-store.ts';
import { findRoles } from './member-store.ts';

/**
 * Says something about a document, a page or a line. Who is mentioned finds it among their mentions; nobody is told
 * twice, or of what they wrote themselves. @returns its id. @throws NotFound for the document or the page;
 * InvalidInput when somebody is mentioned who does not belong to the workspace
 */
export async function addComment(
  scope: Scope,
  documentId: string,
  { pageNumber, lineId, body, mentions }: NewComment,
  clock: Clock = systemClock,
): Promise<string> {
  const { pageCount } = await getDocument(scope, documentId);
  if (pageNumber !== null && pageNumber > (pageCount ?? 0)) throw new NotFound('There is no such page.');
  const members = await findRoles(scope, mentions);
  if (mentions.some((id) => !members.has(id))) {
    throw new InvalidInput(
      'Somebody you mention does not belong to this workspace any more. Take the name out.',
    );
  }
  const id = newId();
  const authorId = personOf(scope.actor);
  await inTransaction(async (tx) => {
    await insertComment(tx, scope, {
      ...{ id, documentId, pageNumber, lineId: pageNumber === null ? null : lineId, authorId },
      apiTokenId: tokenOf(scope.actor),
      body: storableText(body),
      createdAt: clock.now(),
      mentions: [...members.keys()].filter((member) => member !== authorId),
    });
    await recordOnDocuments(tx, scope, [documentId], 'comment.added', { page: pageNumber });
    const page = pageNumber === null ? {} : { page: pageNumber };
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId, ...page });
  });
  return id;
}
