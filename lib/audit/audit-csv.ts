import type { InstanceScope, Scope } from '#lib/access/index.ts';
import { csvHead, csvRow, csvText } from '#lib/contracts/index.ts';
import type { Position } from '#lib/platform/index.ts';
import type { AuditEntry, AuditFilter } from './audit-entry.ts';
import { type AuditPlace, findEvents } from './audit-list-store.ts';

const ROWS_AT_ONCE = 1_000;

const columns = [
  ...['at', 'workspace_id', 'actor_kind', 'actor_id', 'actor_name', 'act', 'target_kind', 'target_id'],
  ...['target_name', 'details', 'ip_address', 'user_agent'],
];

/** All acts that the list would show with this filter, newest first, as CSV; read while it is written. */
export function auditCsv(scope: Scope, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  return rowsOf({ workspaceId: scope.workspaceId }, filter);
}

/** The same of the whole installation. */
export function allAuditCsv(_scope: InstanceScope, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  return rowsOf('everywhere', filter);
}

async function* rowsOf(place: AuditPlace, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvHead(columns));
  let position: Position | null = null;
  for (;;) {
    const entries: AuditEntry[] = await findEvents(place, filter, position, ROWS_AT_ONCE);
    if (entries.length > 0) yield Buffer.from(entries.map(rowOf).join(''));
    const last = entries.at(-1);
    if (!last || entries.length < ROWS_AT_ONCE) return;
    position = { direction: 'older', createdAt: last.createdAt, id: last.id };
  }
}

function rowOf({
  createdAt,
  workspaceId,
  actor,
  act,
  target,
  details,
  ipAddress,
  userAgent,
}: AuditEntry): string {
  const told = Object.keys(details).length === 0 ? '' : JSON.stringify(details);
  const texts = [
    workspaceId,
    actor.kind,
    actor.id,
    actor.name,
    act,
    target?.kind,
    target?.id,
    target?.name,
    told,
  ];
  return csvRow([
    createdAt.toISOString(),
    ...[...texts, ipAddress, userAgent].map((text) => csvText(text ?? '')),
  ]);
}
