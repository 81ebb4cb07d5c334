import { findWorkspaceOfExport } from './export-store.ts';

/** Whose export it is, to ask for permission there; null when there is none. */
export async function workspaceOfExport(exportId: string): Promise<string | null> {
  return (await findWorkspaceOfExport(exportId))?.workspaceId ?? null;
}
