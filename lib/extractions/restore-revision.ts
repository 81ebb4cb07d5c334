import type { Scope } from '#lib/access/index.ts';
import type { Extraction } from '#lib/contracts/index.ts';
import { recordOnDocuments } from '#lib/documents/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { pageAt } from './extraction-at.ts';
import { getExtraction } from './get-extraction.ts';
import { hasSave } from './revision-store.ts';
import { storeRevision } from './store-revision.ts';
import { withLockedPage } from './with-locked-page.ts';

/**
 * Makes a page say again what it said at a revision (0: what the machine read), as a new revision: what came between
 * stays in the history. The same `saveId` counts once. @throws NotFound
 */
export async function restoreRevision(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  number: number,
  saveId: string,
  clock: Clock = systemClock,
): Promise<Extraction> {
  await withLockedPage(scope, documentId, pageNumber, async (tx, locked) => {
    const { lines, machine } = await pageAt(locked.page, number);
    if (number === locked.page.revision || (await hasSave(tx, locked.page.pageId, saveId))) return;
    await storeRevision(tx, scope, locked, {
      saveId,
      kind: 'restore',
      operations: [{ op: 'replace', lines }],
      now: clock.now(),
      onto: machine,
    });
    const details = { page: pageNumber, revision: number };
    await recordOnDocuments(tx, scope, [documentId], 'page.restored', details);
  });
  return getExtraction(scope, documentId, pageNumber);
}
