import type { Scope } from '#lib/access/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findWorkspace } from './workspace-store.ts';

/** How the workspace calls itself. @throws NotFound once it is deleted. */
export async function getWorkspace(scope: Scope): Promise<{ slug: string; name: string }> {
  const workspace = await findWorkspace(scope);
  if (!workspace) throw new NotFound('There is no such workspace.');
  return workspace;
}
