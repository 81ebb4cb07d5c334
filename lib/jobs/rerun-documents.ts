import type { Scope } from '#lib/access/index.ts';
import type { DocumentChoice } from '#lib/contracts/index.ts';
import { chosenDocuments } from '#lib/documents/index.ts';
import { Conflict, LimitReached, NotFound } from '#lib/platform/index.ts';
import { rerunDocument } from './rerun-document.ts';

const MOST = 1_000;

/**
 * Begins to read documents again, each for itself, in the languages of the last time. What is being read, or cannot be
 * read at all, is left out. @throws NotFound when one that was named is not there; LimitReached beyond 1,000.
 */
export async function rerunDocuments(
  scope: Scope,
  choice: DocumentChoice,
): Promise<{ begun: number; leftOut: number }> {
  const ids = await chosenDocuments(scope, choice);
  if (ids.length > MOST) {
    throw new LimitReached('At most 1,000 documents are read again at once. Choose fewer.');
  }
  let begun = 0;
  for (const documentId of ids) {
    try {
      await rerunDocument(scope, documentId, {});
      begun++;
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
    }
  }
  return { begun, leftOut: ids.length - begun };
}
