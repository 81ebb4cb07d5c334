import type { Scope } from '#lib/access/index.ts';
import type { Comment } from '#lib/contracts/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { findComments } from './comment-store.ts';

/** What is said about the document and its pages, oldest first. @throws NotFound */
export async function listComments(scope: Scope, documentId: string): Promise<Comment[]> {
  await getDocument(scope, documentId);
  return findComments(scope, documentId);
}
