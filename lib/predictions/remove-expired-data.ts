import { removeUnusedBlobs } from '#lib/blobs/index.ts';
import { type Clock, config, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { deleteExpiredFiles, type Removed, removeDataOfEnded } from './retention-store.ts';

/** Outputs may be megabytes each, and others wait for the rows. */
const ROWS_AT_ONCE = 200;
/** A prediction that was being created when its file expired has pinned the bytes by then. */
const FILE_GRACE_MS = 3_600_000;
/** Bytes that were written again since may be about to be named. */
const BLOB_GRACE_MS = 24 * 3_600_000;

/**
 * Housekeeping: removes input, output and logs of predictions that ended longer ago than the operator lets them be
 * kept, forgets files that have expired, and removes the bytes that only those named. A prediction of the portal keeps
 * its data until the portal has told that it has taken the result over, and whatever still has to be told of keeps what
 * will be told. Stops between two batches when `signal` aborts.
 */
export async function removeExpiredData(
  signal: AbortSignal = new AbortController().signal,
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock.now();
  const filesBefore = new Date(now.getTime() - FILE_GRACE_MS);
  await inBatches(signal, now, (tx) => deleteExpiredFiles(tx, filesBefore, ROWS_AT_ONCE));
  const { retentionMinutes } = config();
  if (retentionMinutes === undefined) return;
  const endedBefore = new Date(now.getTime() - retentionMinutes * 60_000);
  await inBatches(signal, now, (tx) => removeDataOfEnded(tx, endedBefore, ROWS_AT_ONCE, now));
}

/** The rows go for good only after their bytes, and nobody can use them meanwhile. */
async function inBatches(
  signal: AbortSignal,
  now: Date,
  remove: (tx: Tx) => Promise<Removed>,
): Promise<void> {
  const writtenBefore = new Date(now.getTime() - BLOB_GRACE_MS);
  let rows = ROWS_AT_ONCE;
  while (rows === ROWS_AT_ONCE && !signal.aborted) {
    rows = await inTransaction(async (tx) => {
      const removed = await remove(tx);
      await removeUnusedBlobs(tx, removed.keys, { writtenBefore });
      return removed.rows;
    });
  }
}
