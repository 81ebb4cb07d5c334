import type { Scope } from '#lib/access/index.ts';
import { type Act, type RecordedAct, recordActs } from '#lib/audit/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { findDocumentNames } from './document-store.ts';

/** Records what is done to each of these documents, under the names they have now, in the caller's transaction. */
export async function recordOnDocuments(
  tx: Tx,
  scope: Scope,
  documentIds: readonly string[],
  act: Act,
  details?: RecordedAct['details'],
): Promise<void> {
  const names = await findDocumentNames(tx, scope, documentIds);
  await recordActs(
    tx,
    scope,
    documentIds.flatMap((id) => {
      const name = names.get(id);
      if (name === undefined) return [];
      return [{ act, target: { kind: 'document', id, name }, ...(details && { details }) }];
    }),
  );
}
