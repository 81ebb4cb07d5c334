import type { Scope } from '#lib/access/index.ts';
import { findUndecided } from './extraction-store.ts';

/** The document to review after this one: one with pages on which nobody has decided; null when there is none. */
export async function nextToReview(scope: Scope, documentId: string): Promise<string | null> {
  return (await findUndecided(scope, documentId))?.documentId ?? null;
}
