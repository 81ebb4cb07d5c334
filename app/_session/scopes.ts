import { authorize, type Permission, type Scope } from '#lib/access/index.ts';
import type { SessionHolder } from '#lib/accounts/index.ts';
import { idSchema } from '#lib/contracts/index.ts';
import { workspaceOfDocument } from '#lib/documents/index.ts';
import { NotFound } from '#lib/platform/errors.ts';

/**
 * Permission in the workspace that has this slug, or had it when a page was opened. @throws NotFound when it is none of
 * theirs (any more); Forbidden
 */
export function scopeInWorkspace(session: SessionHolder, slug: string, permission: Permission): Scope {
  const workspace = session.workspaces.find(
    (candidate) => candidate.slug === slug || candidate.formerSlugs.includes(slug),
  );
  if (!workspace) throw new NotFound('There is no such workspace, or you are not a member of it any more.');
  return authorize(session.actor, workspace.id, permission);
}

/** Permission in the document's workspace. A document of others is answered like one that does not exist. */
export async function scopeOfDocument(
  session: SessionHolder,
  documentId: string,
  permission: Permission,
): Promise<Scope> {
  const isId = idSchema.safeParse(documentId).success;
  const workspaceId = isId ? await workspaceOfDocument(documentId) : null;
  if (!session.workspaces.some(({ id }) => id === workspaceId) || workspaceId === null) {
    throw new NotFound('There is no such document.');
  }
  return authorize(session.actor, workspaceId, permission);
}
