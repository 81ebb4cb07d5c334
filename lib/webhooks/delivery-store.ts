import { database } from '#lib/platform/database.ts';
import { newId, type Tx } from '#lib/platform/index.ts';
import { type Delivery, type DueDelivery, updateEvents, type WaitingDelivery } from './delivery.ts';

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

/** The delivery if it is still to be sent and `attempt` has not been made yet. For the tasks that end it. */
export async function findDue(
  deliveryId: string,
  attempt: number,
  client: Tx = database(),
): Promise<DueDelivery | null> {
  const found = await client.delivery.findFirst({
    where: { id: deliveryId, state: 'pending' },
    include: {
      attempts: { select: { error: true } },
      replays: { where: { attemptNumber: attempt }, select: { id: true } },
    },
  });
  if (!found || found.attempts.length >= attempt) return null;
  const { attempts, replays, ...delivery } = found;
  const hasArrived = attempts.some(({ error }) => error === null);
  return { ...delivery, hasArrived, isReplay: replays.length > 0 };
}

/** Waits until no other transaction changes the prediction's messages. */
export async function lockMessages(tx: Tx, predictionId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM prediction WHERE id = ${predictionId} FOR UPDATE`;
}

export async function hasPending(tx: Tx, predictionId: string): Promise<boolean> {
  const pending = await tx.delivery.findFirst({
    where: { predictionId, state: 'pending' },
    select: { id: true },
  });
  return pending !== null;
}

export async function deleteWaitingUpdates(tx: Tx, predictionId: string): Promise<void> {
  await tx.delivery.deleteMany({
    where: { predictionId, state: 'waiting', event: { in: [...updateEvents] } },
  });
}

export async function insertWaiting(
  tx: Tx,
  deliveries: readonly (Delivery & { isPortal: boolean; createdAt: Date })[],
): Promise<void> {
  await tx.delivery.createMany({ data: deliveries.map((delivery) => ({ ...delivery, state: 'waiting' })) });
}

export async function listWaiting(tx: Tx, predictionId: string): Promise<WaitingDelivery[]> {
  return await tx.delivery.findMany({
    where: { predictionId, state: 'waiting' },
    select: { id: true, event: true, url: true },
    orderBy: { createdAt: 'asc' },
  });
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

/** When an update of this prediction was last sent; null if none was. */
export async function lastUpdateSentAt(tx: Tx, predictionId: string): Promise<Date | null> {
  const { _max } = await tx.delivery.aggregate({
    where: { predictionId, state: { in: ['delivered', 'gave_up'] }, event: { in: [...updateEvents] } },
    _max: { finishedAt: true },
  });
  return _max.finishedAt;
}

/** Fails when the attempt of this number was recorded before. */
export async function insertAttempt(tx: Tx, deliveryId: string, attempt: Attempt): Promise<void> {
  await tx.attempt.create({ data: { id: newId(), deliveryId, ...attempt } });
}
