import { sql } from '#lib/platform/database.ts';
import type { Tx } from '#lib/platform/index.ts';

/** How long a result waits for a portal that never says it has taken it over. */
const UNCLAIMED_MS = 7 * 24 * 3_600_000;

const nothingToTell = sql`NOT EXISTS (
  SELECT 1 FROM delivery WHERE prediction_id = ended.id AND state IN ('waiting', 'pending')
)`;

/** What a step of the sweep removed: how many rows, and the keys of the blobs they named. */
export type Removed = { rows: number; keys: string[] };

/**
 * Removes the data of at most `limit` predictions that ended before `endedBefore` and of which nothing is left to be
 * told, and what their webhooks said. Of the webhooks only the end stays.
 */
export async function removeDataOfEnded(
  tx: Tx,
  endedBefore: Date,
  limit: number,
  now: Date,
): Promise<Removed> {
  const unclaimedBefore = new Date(now.getTime() - UNCLAIMED_MS);
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT ended.id FROM prediction AS ended
    WHERE ended.data_removed_at IS NULL AND ended.completed_at < ${endedBefore} AND ${nothingToTell}
      AND (
        NOT ended.is_portal
        OR ended.completed_at < ${unclaimedBefore}
        OR EXISTS (
          SELECT 1 FROM delivery
          WHERE prediction_id = ended.id AND event = 'completed' AND state = 'delivered'
        )
      )
    LIMIT ${limit} FOR UPDATE OF ended SKIP LOCKED`;
  // Asked again under the lock: a message may have been sent again until then.
  const removed = await tx.$queryRaw<{ id: string; keys: string[] }[]>`
    UPDATE prediction
    SET input = '{}', sealed_input = '{}', input_files = '{}', output = NULL, logs = '', data_removed_at = ${now}
    FROM prediction AS ended
    WHERE prediction.id = ended.id AND ended.id = ANY(${locked.map(({ id }) => id)}) AND ${nothingToTell}
    RETURNING prediction.id,
      ARRAY(SELECT value FROM jsonb_each_text(ended.input_files) WHERE value IS NOT NULL) AS keys`;
  const ofThem = { predictionId: { in: removed.map(({ id }) => id) } };
  await tx.delivery.deleteMany({ where: { ...ofThem, event: { not: 'completed' } } });
  await tx.delivery.updateMany({ where: { ...ofThem, body: { not: '' } }, data: { body: '' } });
  return { rows: removed.length, keys: removed.flatMap(({ keys }) => keys) };
}

/** Deletes at most `limit` files that expired or were deleted before `before`. */
export async function deleteExpiredFiles(tx: Tx, before: Date, limit: number): Promise<Removed> {
  const removed = await tx.$queryRaw<{ sha256: string }[]>`
    DELETE FROM api_file
    WHERE id IN (
      SELECT id FROM api_file WHERE expires_at < ${before} OR deleted_at < ${before}
      LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING sha256`;
  return { rows: removed.length, keys: removed.map(({ sha256 }) => sha256) };
}
