import type { Scope } from '#lib/access/index.ts';
import type { Person } from '#lib/contracts/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { findAssignee } from './assignment-store.ts';

/** Who is to review the document; null when nobody is. @throws NotFound */
export async function getAssignee(scope: Scope, documentId: string): Promise<Person | null> {
  await getDocument(scope, documentId);
  return findAssignee(scope, documentId);
}
