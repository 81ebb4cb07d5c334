import { authorize, type Permission, type Scope } from '#lib/access/index.ts';
import type { SessionHolder } from '#lib/accounts/index.ts';
import { idSchema } from '#lib/contracts/index.ts';
import { workspaceOfExport } from '#lib/exports/index.ts';
import { NotFound } from '#lib/platform/errors.ts';

/** Permission in the export's workspace. An export of others is answered like one that does not exist. */
export async function scopeOfExport(
  session: SessionHolder,
  exportId: string,
  permission: Permission,
): Promise<Scope> {
  const isId = idSchema.safeParse(exportId).success;
  const workspaceId = isId ? await workspaceOfExport(exportId) : null;
  if (!session.workspaces.some(({ id }) => id === workspaceId) || workspaceId === null) {
    throw new NotFound('There is no such export.');
  }
  return authorize(session.actor, workspaceId, permission);
}
