import type { Scope } from '#lib/access/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { removeTag } from './tag-store.ts';

/** Takes the tag from all documents and forgets it; the documents stay. @throws NotFound */
export async function deleteTag(scope: Scope, tagId: string): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await removeTag(tx, scope, tagId))) throw new NotFound('There is no such tag.');
  });
}
