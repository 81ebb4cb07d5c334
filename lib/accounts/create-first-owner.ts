import { recordAct } from '#lib/audit/index.ts';
import { workspaceSlug } from '#lib/contracts/index.ts';
import { newId, type Tx } from '#lib/platform/index.ts';
import { keepPortalToken } from './keep-portal-tokens.ts';
import { anyUserExists, insertUser, insertWorkspace, lockFirstOwner } from './user-store.ts';

export type FirstOwner = { email: string; name: string; passwordHash: string; workspaceName: string };

/** Writes user, workspace, membership and portal key together, or answers null when any user exists already. */
export async function createFirstOwner(
  tx: Tx,
  owner: FirstOwner,
): Promise<{ userId: string; workspaceId: string; workspaceSlug: string } | null> {
  await lockFirstOwner(tx);
  if (await anyUserExists(tx)) return null;
  const userId = newId();
  const workspace = { id: newId(), slug: workspaceSlug(owner.workspaceName), name: owner.workspaceName };
  const { email, name, passwordHash } = owner;
  // Nobody else could have given the address: this is who set the installation up.
  const emailProvedAt = new Date();
  await insertUser(tx, { id: userId, email, name, passwordHash, emailProvedAt, isInstanceOwner: true });
  await insertWorkspace(tx, workspace, userId);
  await keepPortalToken(tx, workspace.id);
  const by = { kind: 'user' as const, userId, name, memberships: [] };
  const target = { kind: 'workspace', id: workspace.id, name: workspace.name };
  await recordAct(tx, { actor: by, workspaceId: null }, { act: 'account.created' });
  await recordAct(tx, { actor: by, workspaceId: workspace.id }, { act: 'workspace.created', target });
  return { userId, workspaceId: workspace.id, workspaceSlug: workspace.slug };
}
