import { findWorkspaceOfDocument } from './document-store.ts';

/** Which workspace to ask `authorize` for; null when there is no such document. Tells nothing else. */
export async function workspaceOfDocument(documentId: string): Promise<string | null> {
  return (await findWorkspaceOfDocument(documentId))?.workspaceId ?? null;
}
