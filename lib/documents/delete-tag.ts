import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { announceLibrary } from './announce-library.ts';
import { findTagNames, removeTag } from './tag-store.ts';

/** Takes the tag from all documents and forgets it; the documents stay. @throws NotFound */
export async function deleteTag(scope: Scope, tagId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const name = (await findTagNames(tx, scope, [tagId])).get(tagId);
    if (name === undefined || !(await removeTag(tx, scope, tagId)))
      throw new NotFound('There is no such tag.');
    await recordAct(tx, scope, { act: 'tag.deleted', target: { kind: 'tag', id: tagId, name } });
    await announceLibrary(tx, scope);
  });
}
