import type { InstanceScope, Scope } from '#lib/access/index.ts';
import { type Page, type Position, pageOf } from '#lib/platform/index.ts';
import type { AuditEntry, AuditFilter } from './audit-entry.ts';
import { type AuditPlace, findEvents } from './audit-list-store.ts';

const PAGE_SIZE = 50;

/**
 * One page of what was done in the workspace, and of what its members did outside of all workspaces, such as signing
 * in; newest first, going on at `position` when one is given.
 */
export function listAuditEvents(
  scope: Scope,
  filter: AuditFilter,
  position: Position | null,
): Promise<Page<AuditEntry>> {
  return onePage({ workspaceId: scope.workspaceId }, filter, position);
}

/** The same of the whole installation. */
export function listAllAuditEvents(
  _scope: InstanceScope,
  filter: AuditFilter,
  position: Position | null,
): Promise<Page<AuditEntry>> {
  return onePage('everywhere', filter, position);
}

async function onePage(place: AuditPlace, filter: AuditFilter, position: Position | null) {
  return pageOf(await findEvents(place, filter, position, PAGE_SIZE + 1), position, PAGE_SIZE);
}
