import type { RequestOrigin, Role } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { config, logger, type Tx } from '#lib/platform/index.ts';
import { asPerson } from '../as-person.ts';
import { findRole, insertMembership } from '../workspace-store.ts';
import { findWorkspaceBySlug } from './oidc-store.ts';

export type OperatorsWorkspace = { id: string; role: Role };

/** Where the operator wants new people of the provider, and as what; null: nowhere. */
export async function operatorsWorkspace(tx: Tx): Promise<OperatorsWorkspace | null> {
  const joins = config().oidc?.joins;
  if (!joins) return null;
  const found = await findWorkspaceBySlug(tx, joins.workspaceSlug);
  if (found) return { id: found.id, role: joins.role };
  logger.warn({ slug: joins.workspaceSlug }, 'OIDC_WORKSPACE names no workspace: a new person joins none');
  return null;
}

/** Makes somebody new a member of it; who is one already stays what they are. */
export async function joinOperatorsWorkspace(
  tx: Tx,
  { id, name }: { id: string; name: string },
  origin: RequestOrigin,
): Promise<void> {
  const joined = await operatorsWorkspace(tx);
  if (!joined || (await findRole(tx, joined.id, id))) return;
  const { id: workspaceId, role } = joined;
  await insertMembership(tx, { workspaceId, userId: id, role });
  await recordAct(
    tx,
    { ...asPerson({ id, name }, origin), workspaceId },
    { act: 'member.joined', target: { kind: 'user', id, name }, details: { way: 'oidc', role } },
  );
}
