import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import type { Tag, TagColor } from '#lib/contracts/index.ts';
import { Conflict, inTransaction, LimitReached, newId } from '#lib/platform/index.ts';
import { announceLibrary } from './announce-library.ts';
import { countTags, insertTag, isTagNameTaken, lockTagNames } from './tag-store.ts';

const MAX_TAGS = 500;

/** @throws Conflict when the workspace has a tag of this name, in whatever case; LimitReached beyond 500. */
export async function createTag(
  scope: Scope,
  { name, color }: { name: string; color: TagColor },
): Promise<Tag> {
  const tag = { id: newId(), name, color };
  await inTransaction(async (tx) => {
    await lockTagNames(tx, scope);
    if (await isTagNameTaken(tx, scope, name, null)) throw new Conflict(`There is a tag “${name}” already.`);
    if ((await countTags(tx, scope)) >= MAX_TAGS) {
      throw new LimitReached(`A workspace has at most ${MAX_TAGS} tags. Delete one that nobody needs.`);
    }
    await insertTag(tx, scope, tag);
    await recordAct(tx, scope, { act: 'tag.created', target: { kind: 'tag', id: tag.id, name } });
    await announceLibrary(tx, scope);
  });
  return tag;
}
