import type { Scope } from '#lib/access/index.ts';
import type { Extraction, ExtractionLine } from '#lib/contracts/index.ts';
import { linesOfReading } from '#lib/corrections/index.ts';
import { recordOnDocuments } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, newId, systemClock } from '#lib/platform/index.ts';
import { setNewerReading } from './extraction-store.ts';
import { getExtraction } from './get-extraction.ts';
import { getReading } from './machine-reading-store.ts';
import { readPage } from './read-page.ts';
import { storeRevision } from './store-revision.ts';
import { withLockedPage } from './with-locked-page.ts';
import { writeExtraction } from './write-extraction.ts';

/** The lines of the later reading that waits to be taken or left; null when none does. @throws NotFound */
export async function newerReading(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<ExtractionLine[] | null> {
  const { newerJobPageId } = await readPage(scope, documentId, pageNumber);
  if (newerJobPageId === null) return null;
  const { reading, text } = await getReading(newerJobPageId);
  return linesOfReading(reading, text);
}

/**
 * Takes the later reading in place of what the page says; corrections stay in the history. Changes nothing when no
 * reading waits. @throws NotFound
 */
export async function takeNewerReading(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  clock: Clock = systemClock,
): Promise<Extraction> {
  await withLockedPage(scope, documentId, pageNumber, async (tx, locked) => {
    const { newerJobPageId, revision, workspaceId } = locked.page;
    if (newerJobPageId === null) return;
    await recordOnDocuments(tx, scope, [documentId], 'page.reading_taken', { page: pageNumber });
    const now = clock.now();
    const newer = await getReading(newerJobPageId, tx);
    if (revision > 0) {
      const lines = linesOfReading(newer.reading, newer.text);
      await storeRevision(tx, scope, locked, {
        saveId: newId(),
        kind: 'reading',
        operations: [{ op: 'replace', lines }],
        now,
        onto: newer,
        keepsOffer: false,
      });
      return;
    }
    // Nobody corrected anything that a history would have to keep.
    await writeExtraction(tx, locked.page, { machine: newer, corrected: null, newerJobPageId: null }, now);
    await announce(tx, { topic: 'document', workspaceId, documentId, page: pageNumber });
  });
  return getExtraction(scope, documentId, pageNumber);
}

/** Keeps what the page says; the later reading is not offered again. @throws NotFound */
export async function leaveNewerReading(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<Extraction> {
  await withLockedPage(scope, documentId, pageNumber, async (tx, { page }) => {
    if (page.newerJobPageId === null) return;
    await setNewerReading(tx, page.pageId, null);
    await recordOnDocuments(tx, scope, [documentId], 'page.reading_left', { page: pageNumber });
    const { workspaceId } = page;
    await announce(tx, { topic: 'document', workspaceId, documentId, page: pageNumber });
  });
  return getExtraction(scope, documentId, pageNumber);
}
