import type { Actor, RequestOrigin } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import type { Act } from './acts.ts';
import { insertAuditEvents } from './audit-store.ts';

/** Somebody who has not proved who they are. */
export type Nobody = { kind: 'nobody'; from?: RequestOrigin };

/** Who acted, and in which workspace; null: outside all of them. A `Scope` is one. */
export type ActedBy = { actor: Actor | Nobody; workspaceId: string | null };

export type RecordedAct = {
  act: Act;
  /** What it was done to, named as people knew it then. */
  target?: { kind: string; id: string; name?: string };
  /** What else a reader wants to know; never a secret, a password or a token. */
  details?: Record<string, string | number | boolean | null | readonly string[]>;
};

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
