import type { Scope } from '#lib/access/index.ts';
import { getExtraction, importLines } from '#lib/extractions/index.ts';
import { type Clock, newId, systemClock } from '#lib/platform/index.ts';
import type { ImportSource } from './import-source.ts';
import { linesOnPage } from './lines-on-page.ts';
import { planImport } from './plan-import.ts';

/**
 * Makes pages say what a file of another program says, each as a new revision; pages that nothing was read on are left
 * out. Called again with the same `saveId` it goes on where it ended. @returns how many pages were replaced
 * @throws NotFound; InvalidInput for a file that does not fit
 */
export async function importFile(
  scope: Scope,
  documentId: string,
  source: ImportSource & { saveId: string },
  clock: Clock = systemClock,
): Promise<number> {
  const { pages } = await planImport(scope, documentId, source);
  for (const { number, layout } of pages) {
    const { size } = await getExtraction(scope, documentId, number);
    // Never the ids of an earlier import: what somebody did offline to those lines is not meant for these.
    const prefix = newId().slice(-12);
    const lines = linesOnPage(layout, size, (index) => `${prefix}${index.toString(36)}`);
    await importLines(scope, documentId, number, { lines, saveId: source.saveId }, clock);
  }
  return pages.length;
}
