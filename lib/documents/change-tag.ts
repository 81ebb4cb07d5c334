import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import type { TagColor } from '#lib/contracts/index.ts';
import { Conflict, inTransaction, NotFound } from '#lib/platform/index.ts';
import { announceLibrary } from './announce-library.ts';
import { findTagNames, isTagNameTaken, lockTagNames, updateTag } from './tag-store.ts';

/** Renames or colours a tag, wherever it is used. @throws NotFound; Conflict when another tag has the name. */
export async function changeTag(
  scope: Scope,
  tagId: string,
  change: { name: string; color: TagColor },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockTagNames(tx, scope);
    if (await isTagNameTaken(tx, scope, change.name, tagId)) {
      throw new Conflict(`There is a tag “${change.name}” already.`);
    }
    const before = (await findTagNames(tx, scope, [tagId])).get(tagId);
    if (before === undefined) throw new NotFound('There is no such tag.');
    await updateTag(tx, scope, tagId, change);
    const target = { kind: 'tag', id: tagId, name: change.name };
    await recordAct(tx, scope, { act: 'tag.changed', target, details: { before, color: change.color } });
    await announceLibrary(tx, scope);
  });
}
