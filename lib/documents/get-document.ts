import type { Scope } from '#lib/access/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import type { Document } from './document.ts';
import { findDocument } from './document-store.ts';

/** @throws NotFound when the workspace has no such document, or it was deleted. */
export async function getDocument(scope: Scope, id: string): Promise<Document> {
  const document = await findDocument(scope, id);
  if (!document) throw new NotFound('There is no such document.');
  return document;
}
