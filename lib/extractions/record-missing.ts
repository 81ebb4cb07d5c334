import { type Clock, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { lockExtraction } from './extraction-store.ts';
import { findUnrecorded, getReading, lockPlace } from './machine-reading-store.ts';
import { writeExtraction } from './write-extraction.ts';

const BATCH_SIZE = 100;

/**
 * Gives pages that an earlier release read their extractions: of one document, or of all, until `stop` aborts. Safe to
 * repeat, and beside other processes that do the same.
 */
export async function recordMissing(
  { documentId, stop }: { documentId?: string; stop?: AbortSignal } = {},
  clock: Clock = systemClock,
): Promise<void> {
  while (!stop?.aborted) {
    const missing = await findUnrecorded(BATCH_SIZE, documentId);
    for (const read of missing) {
      if (stop?.aborted) return;
      await inTransaction((tx) => recordOne(tx, read, clock.now()));
    }
    if (missing.length < BATCH_SIZE) return;
  }
}

async function recordOne(
  tx: Tx,
  { documentId, pageNumber, jobPageId }: { documentId: string; pageNumber: number; jobPageId: string },
  now: Date,
): Promise<void> {
  const place = await lockPlace(tx, documentId, pageNumber);
  if (!place || (await lockExtraction(tx, place))) return;
  const machine = await getReading(jobPageId, tx);
  await writeExtraction(tx, place, { machine, corrected: null, newerJobPageId: null }, now);
}
