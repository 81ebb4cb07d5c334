import type { Scope } from '#lib/access/index.ts';
import { lockStanding } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { announceAccess } from './announce-access.ts';
import { memberIds } from './member-store.ts';
import { setDeletedAt } from './workspace-store.ts';

/**
 * Deletes the workspace: from now on it answers to nobody, its tokens open nothing and its open pages close. Its owners
 * can restore it for thirty days; then `purgeWorkspaces` removes rows and bytes. @throws as `lockStanding`
 */
export async function deleteWorkspace(scope: Scope, clock: Clock = systemClock): Promise<void> {
  await inTransaction(async (tx) => {
    const { name } = await lockStanding(tx, scope);
    await setDeletedAt(tx, scope.workspaceId, clock.now());
    const target = { kind: 'workspace', id: scope.workspaceId, name };
    await recordAct(tx, scope, { act: 'workspace.deleted', target });
    await announceAccess(tx, await memberIds(tx, scope.workspaceId));
  });
}
