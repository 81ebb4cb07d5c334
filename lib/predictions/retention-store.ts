import { database } from '#lib/platform/database.ts';
import type { Tx } from '#lib/platform/index.ts';

/** How long a result waits for a portal that never says it has taken it over. */
const UNCLAIMED_MS = 7 * 24 * 3_600_000;

/**
 * Removes the data of at most `limit` predictions that ended before `endedBefore` and of which nothing is left to be
 * told, and what their webhooks said. @returns how many there were.
 */
export async function removeDataOfEnded(
  tx: Tx,
  endedBefore: Date,
  limit: number,
  now: Date,
): Promise<number> {
  const unclaimedBefore = new Date(now.getTime() - UNCLAIMED_MS);
  const removed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE prediction
    SET input = '{}', input_files = '{}', output = NULL, logs = '', data_removed_at = ${now}
    WHERE id IN (
      SELECT ended.id FROM prediction AS ended LEFT JOIN api_token AS token ON token.id = ended.api_token_id
      WHERE ended.data_removed_at IS NULL AND ended.completed_at < ${endedBefore}
        AND NOT EXISTS (
          SELECT 1 FROM delivery WHERE prediction_id = ended.id AND state IN ('waiting', 'pending')
        )
        AND (
          token.kind IS DISTINCT FROM 'portal'
          OR ended.completed_at < ${unclaimedBefore}
          OR EXISTS (
            SELECT 1 FROM delivery
            WHERE prediction_id = ended.id AND event = 'completed' AND state = 'delivered'
          )
        )
      LIMIT ${limit} FOR UPDATE OF ended SKIP LOCKED
    )
    RETURNING id`;
  await tx.delivery.updateMany({
    where: { predictionId: { in: removed.map(({ id }) => id) }, body: { not: '' } },
    data: { body: '' },
  });
  return removed.length;
}

export async function deleteExpiredFiles(now: Date): Promise<void> {
  await database().apiFile.deleteMany({
    where: { OR: [{ expiresAt: { lt: now } }, { deletedAt: { not: null } }] },
  });
}
