import type { Scope } from '#lib/access/index.ts';
import type { Person } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

export async function findAssignee(scope: Scope, documentId: string): Promise<Person | null> {
  const row = await database().document.findFirst({
    where: { id: documentId, workspaceId: scope.workspaceId },
    select: { assignee: { select: { id: true, name: true } } },
  });
  return row?.assignee ?? null;
}

/** @returns how many there are. */
export async function setAssignee(
  tx: Tx,
  scope: Scope,
  documentIds: readonly string[],
  assigneeId: string | null,
): Promise<number> {
  const { count } = await tx.document.updateMany({
    where: { id: { in: [...documentIds] }, workspaceId: scope.workspaceId, deletedAt: null, trashedAt: null },
    data: { assigneeId },
  });
  return count;
}
