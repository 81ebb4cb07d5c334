import type { Tx } from '#lib/platform/index.ts';
import { lockExtraction, setNewerReading } from './extraction-store.ts';
import { getReading, lockPlace } from './machine-reading-store.ts';
import { writeExtraction } from './write-extraction.ts';

/**
 * Makes what a job page just read the extraction of its page, in the transaction that writes the reading. A page that
 * people corrected or decided on stays as it is, and the reading is kept to be offered. Called by jobs alone.
 */
export async function recordReading(
  tx: Tx,
  { documentId, pageNumber, jobPageId }: { documentId: string; pageNumber: number; jobPageId: string },
  now: Date,
): Promise<void> {
  const place = await lockPlace(tx, documentId, pageNumber);
  if (!place) return;
  const known = await lockExtraction(tx, place);
  if (known && (known.revision > 0 || known.state !== 'new')) {
    await setNewerReading(tx, place.pageId, jobPageId);
    return;
  }
  const machine = await getReading(jobPageId, tx);
  await writeExtraction(tx, place, { machine, corrected: null, newerJobPageId: null }, now);
}
