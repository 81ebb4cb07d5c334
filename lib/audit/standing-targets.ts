import type { Scope } from '#lib/access/index.ts';
import type { AuditEntry } from './audit-entry.ts';
import { findStanding } from './standing-store.ts';

/** The ids of those documents, predictions and deliveries among the targets that are still there to be looked at. */
export function standingTargets(scope: Scope, entries: readonly AuditEntry[]): Promise<Set<string>> {
  return findStanding(scope, [...new Set(entries.flatMap(({ target }) => target?.id ?? []))]);
}
