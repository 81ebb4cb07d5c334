import type { Scope } from '#lib/access/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { type OpenedFile, pictureOf } from './open-files.ts';
import { findPages } from './page-store.ts';

/**
 * The picture for reading a page closely. It is drawn when somebody asks for it: null until then, and asking again
 * costs nothing. @throws NotFound, also while the page has no picture at all.
 */
export async function openLargePicture(
  scope: Scope,
  documentId: string,
  number: number,
): Promise<OpenedFile | null> {
  const [page] = await findPages(scope, documentId, [number]);
  if (!page?.imageSha256) throw new NotFound('There is no picture of this page.');
  if (page.largeSha256) return pictureOf(number, page.largeSha256);
  const { workspaceId } = scope;
  await inTransaction((tx) =>
    enqueue(
      tx,
      'draw-large-picture',
      { workspaceId, documentId, pageNumber: number },
      { onceAs: `${documentId} ${number}` },
    ),
  );
  return null;
}
