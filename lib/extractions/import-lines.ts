import type { Scope } from '#lib/access/index.ts';
import type { Extraction, ExtractionLine } from '#lib/contracts/index.ts';
import { recordOnDocuments } from '#lib/documents/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { getExtraction } from './get-extraction.ts';
import { hasSave } from './revision-store.ts';
import { storeRevision } from './store-revision.ts';
import { withLockedPage } from './with-locked-page.ts';

/**
 * Makes a page say what another system read, as a new revision; the lines' boxes are pixels of the upright page. The
 * same `saveId` counts once. @throws NotFound, also while nothing was read on the page; LimitReached
 */
export async function importLines(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  { lines, saveId }: { lines: ExtractionLine[]; saveId: string },
  clock: Clock = systemClock,
): Promise<Extraction> {
  await withLockedPage(scope, documentId, pageNumber, async (tx, locked) => {
    if (await hasSave(tx, locked.page.pageId, saveId)) return;
    const operations = [{ op: 'replace' as const, lines }];
    await storeRevision(tx, scope, locked, { saveId, kind: 'import', operations, now: clock.now() });
    await recordOnDocuments(tx, scope, [documentId], 'page.imported', { page: pageNumber });
  });
  return getExtraction(scope, documentId, pageNumber);
}
