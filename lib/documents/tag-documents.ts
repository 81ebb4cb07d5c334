import type { Scope } from '#lib/access/index.ts';
import type { DocumentChoice } from '#lib/contracts/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { announceDocuments } from './announce-documents.ts';
import { chosenDocuments } from './chosen-documents.ts';
import { inParts } from './in-parts.ts';
import { recordOnDocuments } from './record-on-documents.ts';
import { addTags, findTagNames, takeTags } from './tag-store.ts';

/**
 * Gives tags to documents and takes others from them; safe to repeat. Up to 500 documents change all or none.
 * @returns how many documents were chosen. @throws NotFound when a document or a tag is not there.
 */
export async function tagDocuments(
  scope: Scope,
  choice: DocumentChoice,
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): Promise<number> {
  const ids = await chosenDocuments(scope, choice);
  const tagIds = new Set([...add, ...remove]);
  await inParts(ids, (part) =>
    inTransaction(async (tx) => {
      const names = await findTagNames(tx, scope, [...tagIds]);
      if (names.size < tagIds.size) {
        throw new NotFound('There is no such tag any more. Load the page again.');
      }
      await addTags(tx, part, add);
      await takeTags(tx, part, remove);
      const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
      const details = { added: named(add), removed: named(remove) };
      await recordOnDocuments(tx, scope, part, 'document.tagged', details);
      await announceDocuments(tx, scope, part);
    }),
  );
  return ids.length;
}
