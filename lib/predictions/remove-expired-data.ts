import { type Clock, config, inTransaction, systemClock } from '#lib/platform/index.ts';
import { deleteExpiredFiles, removeDataOfEnded } from './retention-store.ts';

/** Their outputs may be megabytes each, and others wait for the rows. */
const PREDICTIONS_AT_ONCE = 200;

/**
 * Housekeeping: removes input, output and logs of predictions that ended longer ago than the operator lets them be
 * kept, and forgets files that have expired. A prediction of the portal keeps its data until the portal has told that
 * it has taken the result over, and whatever still has to be told of keeps what will be told.
 */
export async function removeExpiredData(clock: Clock = systemClock): Promise<void> {
  const now = clock.now();
  await deleteExpiredFiles(now);
  const { retentionMinutes } = config();
  if (retentionMinutes === undefined) return;
  const endedBefore = new Date(now.getTime() - retentionMinutes * 60_000);
  let removed: number;
  do {
    removed = await inTransaction((tx) => removeDataOfEnded(tx, endedBefore, PREDICTIONS_AT_ONCE, now));
  } while (removed === PREDICTIONS_AT_ONCE);
}
