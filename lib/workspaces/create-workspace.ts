import { keepPortalToken, requireTry } from '#lib/accounts/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import type { NewWorkspaceForm } from '#lib/contracts/index.ts';
import { config, inTransaction, newId } from '#lib/platform/index.ts';
import { freeSlug } from './free-slug.ts';
import type { Person } from './workspace.ts';
import { insertWorkspace } from './workspace-store.ts';

/**
 * Makes a workspace that its maker owns, with an address after its name, the quota that the operator has named for new ones,
 * and the portal's key to the prediction service. Everybody who is signed in may. @throws LimitReached
 */
export async function createWorkspace(
  person: Person,
  { name }: NewWorkspaceForm,
): Promise<{ workspaceId: string; slug: string }> {
  await requireTry('new-workspace', { subject: person.userId });
  const workspaceId = newId();
  return inTransaction(async (tx) => {
    const slug = await freeSlug(tx, name);
    const monthlyPageQuota = config().newWorkspacePages;
    await insertWorkspace(tx, { id: workspaceId, slug, name, monthlyPageQuota }, person.userId);
    await keepPortalToken(tx, workspaceId);
    await recordAct(
      tx,
      { actor: person, workspaceId },
      { act: 'workspace.created', target: { kind: 'workspace', id: workspaceId, name } },
    );
    return { workspaceId, slug };
  });
}
