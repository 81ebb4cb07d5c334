import type { Scope } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { endInspection } from './document-store.ts';

/** Writes why nothing can be read from the file. False when it was inspected before or is gone. */
export function recordUnreadable(
  tx: Tx,
  scope: Scope,
  documentId: string,
  problem: string,
): Promise<boolean> {
  return endInspection(tx, scope, documentId, { state: 'unreadable', problem });
}
