import type { Scope } from '#lib/access/index.ts';
import type { DocumentChoice } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findChosenIds } from './document-filter-store.ts';

/**
 * The ids of the documents that somebody chose, each once, in their order; none from the trash.
 * @throws NotFound when one that was named is not there.
 */
export async function chosenDocuments(scope: Scope, choice: DocumentChoice): Promise<string[]> {
  if ('matching' in choice) return findChosenIds(scope, { filters: choice.matching });
  const wanted = new Set(choice.documentIds);
  const found = await findChosenIds(scope, { ids: [...wanted] });
  if (found.length < wanted.size) {
    throw new NotFound(
      wanted.size === 1 ? 'There is no such document.' : 'One of the documents is not there any more.',
    );
  }
  return found;
}
