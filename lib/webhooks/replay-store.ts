import type { Scope } from '#lib/access/index.ts';
import { newId, type Tx } from '#lib/platform/index.ts';

export async function findForReplay(tx: Tx, { workspaceId }: Scope, deliveryId: string) {
  const found = await tx.delivery.findFirst({
    where: { id: deliveryId, workspaceId, isPortal: false },
    select: {
      id: true,
      predictionId: true,
      url: true,
      state: true,
      body: true,
      _count: { select: { attempts: true } },
    },
  });
  if (!found) return null;
  const { body, _count, ...delivery } = found;
  return { ...delivery, hasText: body !== '', attempts: _count.attempts };
}

export async function setPendingAgain(tx: Tx, deliveryId: string): Promise<void> {
  await tx.delivery.update({ where: { id: deliveryId }, data: { state: 'pending' } });
}

export async function insertReplay(
  tx: Tx,
  { actor }: Scope,
  replay: { deliveryId: string; attemptNumber: number; requestedAt: Date },
): Promise<void> {
  const requestedById = actor.kind === 'user' ? actor.userId : null;
  await tx.replay.create({ data: { id: newId(), ...replay, requestedById } });
}
