import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';

export async function findWorkspace({ workspaceId }: Scope): Promise<{ slug: string; name: string } | null> {
  return await database().workspace.findFirst({
    where: { id: workspaceId, deletedAt: null },
    select: { slug: true, name: true },
  });
}
