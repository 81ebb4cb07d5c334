import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import type { WorkspaceSettings } from './workspace.ts';

/** Taken by whoever gives a workspace its address, so that no two get the same. */
const SLUG_LOCK = 7_305_002;

export async function lockSlugs(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SLUG_LOCK})`;
}

/** Those of the slugs that some workspace has, or had; `but` may take back what it had itself. */
export async function takenSlugs(tx: Tx, slugs: readonly string[], but?: string): Promise<string[]> {
  const asked = { in: [...slugs] };
  const others = but === undefined ? {} : { not: but };
  const [now, before] = await Promise.all([
    tx.workspace.findMany({ where: { slug: asked, id: others }, select: { slug: true } }),
    tx.workspaceFormerSlug.findMany({ where: { slug: asked, workspaceId: others }, select: { slug: true } }),
  ]);
  return [...now, ...before].map(({ slug }) => slug);
}

export async function insertWorkspace(
  tx: Tx,
  workspace: { id: string; slug: string; name: string; monthlyPageQuota: number | null },
  ownerId: string,
): Promise<void> {
  await tx.workspace.create({ data: workspace });
  await tx.membership.create({ data: { workspaceId: workspace.id, userId: ownerId, role: 'owner' } });
}

export async function findSettings({ workspaceId }: Scope): Promise<WorkspaceSettings | null> {
  const found = await database().workspace.findFirst({
    where: { id: workspaceId, deletedAt: null },
    select: {
      slug: true,
      name: true,
      createdAt: true,
      monthlyPageQuota: true,
      formerSlugs: { orderBy: { createdAt: 'desc' }, select: { slug: true } },
    },
  });
  return found && { ...found, formerSlugs: found.formerSlugs.map(({ slug }) => slug) };
}

export async function renameWorkspace(tx: Tx, { workspaceId }: Scope, name: string): Promise<void> {
  await tx.workspace.update({ where: { id: workspaceId }, data: { name } });
}

/** The old slug is kept, and leads to the new one. */
export async function moveWorkspace(
  tx: Tx,
  { workspaceId }: Scope,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.workspaceFormerSlug.deleteMany({ where: { slug: to, workspaceId } });
  await tx.workspace.update({ where: { id: workspaceId }, data: { slug: to } });
  await tx.workspaceFormerSlug.create({ data: { slug: from, workspaceId } });
}

export async function setDeletedAt(tx: Tx, workspaceId: string, deletedAt: Date | null): Promise<void> {
  await tx.workspace.update({ where: { id: workspaceId }, data: { deletedAt } });
}

/** Those that this person owns and that were deleted after `since`, last deleted first. */
export async function findDeletedOwnedBy(userId: string, since: Date) {
  const rows = await database().workspace.findMany({
    where: { deletedAt: { gt: since }, memberships: { some: { userId, role: 'owner' } } },
    orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true, slug: true, deletedAt: true },
  });
  return rows.flatMap(({ deletedAt, ...row }) => (deletedAt ? [{ ...row, deletedAt }] : []));
}
