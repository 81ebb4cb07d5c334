import type { Scope } from '#lib/access/index.ts';
import { NotFound, type Tx } from '#lib/platform/index.ts';
import { lockWorkspace } from './workspace-store.ts';

/** Until the transaction ends nobody else changes the workspace or its members. @throws NotFound once it is deleted */
export async function lockLivingWorkspace(
  tx: Tx,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
): Promise<{ slug: string; name: string }> {
  const workspace = await lockWorkspace(tx, workspaceId);
  if (!workspace || workspace.deletedAt) throw new NotFound('There is no such workspace.');
  return workspace;
}
