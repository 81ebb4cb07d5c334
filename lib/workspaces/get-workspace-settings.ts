import type { Scope } from '#lib/access/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import type { WorkspaceSettings } from './workspace.ts';
import { findSettings } from './workspace-store.ts';

/** What the workspace's general settings show. @throws NotFound once it is deleted */
export async function getWorkspaceSettings(scope: Scope): Promise<WorkspaceSettings> {
  const settings = await findSettings(scope);
  if (!settings) throw new NotFound('There is no such workspace.');
  return settings;
}
