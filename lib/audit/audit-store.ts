import type { Tx } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import type { ActedBy, RecordedAct } from './recorded-act.ts';

export async function insertAuditEvents(
  tx: Tx,
  { actor, workspaceId }: ActedBy,
  recorded: readonly RecordedAct[],
): Promise<void> {
  const who = columnsOf(actor);
  await tx.auditEvent.createMany({
    data: recorded.map(({ act, target, details }) => ({
      id: newId(),
      workspaceId,
      ...who,
      act,
      targetKind: target?.kind ?? null,
      targetId: target?.id ?? null,
      targetName: target?.name?.slice(0, 500) ?? null,
      ...(details && { details }),
    })),
  });
}

function columnsOf(actor: ActedBy['actor']) {
  if (actor.kind === 'system') return { actorKind: 'system' as const, actorId: actor.reason };
  const from = {
    ipAddress: actor.from?.ipAddress?.slice(0, 64) ?? null,
    userAgent: actor.from?.userAgent?.slice(0, 400) ?? null,
  };
  if (actor.kind === 'nobody') return { actorKind: 'nobody' as const, ...from };
  const actorId = actor.kind === 'user' ? actor.userId : actor.tokenId;
  return { actorKind: actor.kind, actorId, actorName: actor.name ?? null, ...from };
}
