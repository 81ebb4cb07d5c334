import type { Tx } from '#lib/platform/index.ts';
import { insertAuditEvents } from './audit-store.ts';
import type { ActedBy, RecordedAct } from './recorded-act.ts';

/**
 * Writes one act into the audit trail, as part of the caller's transaction: it stands there exactly when the act
 * itself was done. Rows are never changed or deleted; the database refuses it.
 */
export async function recordAct(tx: Tx, by: ActedBy, recorded: RecordedAct): Promise<void> {
  await recordActs(tx, by, [recorded]);
}

/** The same for what one request did to many things. */
export async function recordActs(tx: Tx, by: ActedBy, recorded: readonly RecordedAct[]): Promise<void> {
  if (recorded.length > 0) await insertAuditEvents(tx, by, recorded);
}
