import { personOf, type Scope } from '#lib/access/index.ts';
import { newId, type Tx } from '#lib/platform/index.ts';

/** What a replay has to know. An attempt that was asked for and that no worker could make has used its number. */
export async function findForReplay(tx: Tx, { workspaceId }: Scope, deliveryId: string) {
  const found = await tx.delivery.findFirst({
    where: { id: deliveryId, workspaceId, isPortal: false },
    select: {
      id: true,
      predictionId: true,
      url: true,
      state: true,
      body: true,
      attempts: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
      replays: { orderBy: { attemptNumber: 'desc' }, take: 1, select: { attemptNumber: true } },
    },
  });
  if (!found) return null;
  const { body, attempts, replays, ...delivery } = found;
  const used = [
    ...attempts.map(({ number }) => number),
    ...replays.map(({ attemptNumber }) => attemptNumber),
  ];
  return { ...delivery, hasText: body !== '', nextAttempt: Math.max(0, ...used) + 1 };
}

export async function insertReplay(
  tx: Tx,
  { actor }: Scope,
  replay: { deliveryId: string; attemptNumber: number; requestedAt: Date },
): Promise<void> {
  const requestedById = personOf(actor);
  await tx.replay.create({ data: { id: newId(), ...replay, requestedById } });
}
