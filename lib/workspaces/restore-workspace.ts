import { findRole, lockWorkspace } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { graceBegan, type Person } from './workspace.ts';
import { setDeletedAt } from './workspace-store.ts';

/**
 * Brings back a workspace that was deleted less than thirty days ago, as it was. Only its owners may: no `Scope` can
 * be had for a deleted workspace, so this looks for itself. @throws NotFound for everybody else, and when it is too late
 */
export async function restoreWorkspace(
  person: Person,
  workspaceId: string,
  clock: Clock = systemClock,
): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const workspace = await lockWorkspace(tx, workspaceId);
    const role = await findRole(tx, workspaceId, person.userId);
    const isThere = workspace?.deletedAt && workspace.deletedAt > graceBegan(clock.now());
    if (!isThere || role !== 'owner') throw new NotFound('There is no such workspace to restore any more.');
    await setDeletedAt(tx, workspaceId, null);
    const target = { kind: 'workspace', id: workspaceId, name: workspace.name };
    await recordAct(tx, { actor: person, workspaceId }, { act: 'workspace.restored', target });
    return { slug: workspace.slug };
  });
}
