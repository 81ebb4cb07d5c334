import { database, joinSql, sql } from '#lib/platform/database.ts';
import { newId, type Tx } from '#lib/platform/index.ts';
import { type Delivery, type DueDelivery, type NextDelivery, updateEvents } from './delivery.ts';

export type Attempt = {
  /** 1 for the first. */
  number: number;
  startedAt: Date;
  durationMs: number;
  responseStatus: number | null;
  error: string | null;
  /** The first kilobyte of the answer. */
  responseHead: string | null;
  /** The header `webhook-signature`. */
  signature: string;
};

/** The delivery if it is still to be sent and neither `attempt` nor a later one was made or asked for. For its tasks. */
export async function findDue(
  deliveryId: string,
  attempt: number,
  client: Tx = database(),
): Promise<DueDelivery | null> {
  const [due] = await client.$queryRaw<DueDelivery[]>`
    SELECT id, workspace_id AS "workspaceId", prediction_id AS "predictionId", event::text, url, body,
      EXISTS (SELECT 1 FROM attempt WHERE delivery_id = due.id AND error IS NULL) AS "hasArrived",
      EXISTS (SELECT 1 FROM replay WHERE delivery_id = due.id AND attempt_number = ${attempt}) AS "isReplay"
    FROM delivery AS due
    WHERE id = ${deliveryId} AND state = 'pending'
      AND NOT EXISTS (SELECT 1 FROM attempt WHERE delivery_id = due.id AND number >= ${attempt})
      AND NOT EXISTS (SELECT 1 FROM replay WHERE delivery_id = due.id AND attempt_number > ${attempt})`;
  return due ?? null;
}

/** Waits until no other transaction changes the prediction's messages. */
export async function lockMessages(tx: Tx, predictionId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM prediction WHERE id = ${predictionId} FOR UPDATE`;
}

/** Adds messages in the place of updates that still wait: every newer message says what those said. */
export async function insertWaiting(
  tx: Tx,
  predictionId: string,
  deliveries: readonly (Delivery & { isPortal: boolean; createdAt: Date })[],
): Promise<void> {
  const rows = deliveries.map(
    ({
      id,
      workspaceId,
      event,
      url,
      body,
      isPortal,
      createdAt,
    }) => sql`(${id}, ${workspaceId}, ${predictionId},
      ${event}::webhook_event, ${url}, ${body}, 'waiting', ${isPortal}, ${createdAt})`,
  );
  await tx.$executeRaw`
    WITH replaced AS (
      DELETE FROM delivery
      WHERE prediction_id = ${predictionId} AND state = 'waiting' AND event = ANY(${updateEvents}::webhook_event[])
    )
    INSERT INTO delivery (id, workspace_id, prediction_id, event, url, body, state, is_portal, created_at)
    VALUES ${joinSql(rows)}`;
}

/**
 * Makes the message pending whose turn it is: the start goes first, the end last, which is the order of the events in
 * the database. Null when none waits, or another is pending.
 */
export async function setNextPending(tx: Tx, predictionId: string): Promise<NextDelivery | null> {
  const [next] = await tx.$queryRaw<NextDelivery[]>`
    UPDATE delivery SET state = 'pending'
    WHERE id = (
      SELECT id FROM delivery
      WHERE prediction_id = ${predictionId} AND state = 'waiting'
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE prediction_id = ${predictionId} AND state = 'pending')
      ORDER BY event, created_at LIMIT 1
    )
    RETURNING id, event::text, url, (
      SELECT max(finished_at) FROM delivery
      WHERE prediction_id = ${predictionId} AND state IN ('delivered', 'gave_up')
        AND event = ANY(${updateEvents}::webhook_event[])
    ) AS "lastUpdateAt"`;
  return next ?? null;
}

export async function setPending(tx: Tx, deliveryId: string): Promise<void> {
  await tx.delivery.update({ where: { id: deliveryId }, data: { state: 'pending' } });
}

/**
 * Ends a pending message; false when it has ended before. What has arrived once stays delivered. Only the end keeps
 * its text, which says all that the others said: each of them may be as large as a whole output.
 */
export async function setFinished(
  tx: Tx,
  { id, event, hasArrived }: Pick<DueDelivery, 'id' | 'event' | 'hasArrived'>,
  isTaken: boolean,
  now: Date,
): Promise<boolean> {
  const state = isTaken || hasArrived ? 'delivered' : 'gave_up';
  const { count } = await tx.delivery.updateMany({
    where: { id, state: 'pending' },
    data: { state, finishedAt: now, ...(event === 'completed' ? {} : { body: '' }) },
  });
  return count === 1;
}

/** Fails when the attempt of this number was recorded before. */
export async function insertAttempt(tx: Tx, deliveryId: string, attempt: Attempt): Promise<void> {
  await tx.attempt.create({ data: { id: newId(), deliveryId, ...attempt } });
}
