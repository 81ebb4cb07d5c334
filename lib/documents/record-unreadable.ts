import type { Scope } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { endInspection } from './document-store.ts';

/** A sentence for people; `locked` when a password is all that is missing. */
export type Problem = { problem: string; locked: boolean };

/** Writes why nothing can be read from the file. False when it was inspected before or is gone. */
export function recordUnreadable(
  tx: Tx,
  scope: Scope,
  documentId: string,
  problem: Problem,
): Promise<boolean> {
  return endInspection(tx, scope, documentId, { state: 'unreadable', ...problem });
}
