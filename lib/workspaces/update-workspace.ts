import type { Scope } from '#lib/access/index.ts';
import { lockStanding } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import type { ChangeWorkspaceForm } from '#lib/contracts/index.ts';
import { InvalidInput, inTransaction, type Tx } from '#lib/platform/index.ts';
import { lockSlugs, moveWorkspace, renameWorkspace, takenSlugs } from './workspace-store.ts';

/**
 * Changes name and address (slug) together or not at all. Addresses it had before keep leading to it, and nobody else
 * can take them. @throws InvalidInput naming the field `slug` when it is, or was, another workspace's; as `lockStanding`
 */
export async function updateWorkspace(scope: Scope, { name, slug }: ChangeWorkspaceForm): Promise<void> {
  await inTransaction(async (tx) => {
    await lockSlugs(tx);
    const before = await lockStanding(tx, scope);
    const target = { kind: 'workspace', id: scope.workspaceId, name };
    if (name !== before.name) {
      await renameWorkspace(tx, scope, name);
      await recordAct(tx, scope, { act: 'workspace.renamed', target, details: { before: before.name } });
    }
    if (slug !== before.slug) {
      await requireFree(tx, scope, slug);
      await moveWorkspace(tx, scope, { from: before.slug, to: slug });
      const details = { before: before.slug, after: slug };
      await recordAct(tx, scope, { act: 'workspace.address_changed', target, details });
    }
  });
}

async function requireFree(tx: Tx, { workspaceId }: Scope, slug: string): Promise<void> {
  const taken = await takenSlugs(tx, [slug], workspaceId);
  if (taken.length === 0) return;
  const description = 'Another workspace has or had this address. Choose another one.';
  throw new InvalidInput(description, [{ field: 'slug', type: 'taken', description }]);
}
