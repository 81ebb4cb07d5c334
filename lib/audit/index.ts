export { type ActGroup, actGroups, actInWords, isActGroup } from './act-groups.ts';
export type { KnownActor } from './actor-store.ts';
export { type Act, acts } from './acts.ts';
export { allAuditCsv, auditCsv } from './audit-csv.ts';
export type { AuditEntry, AuditFilter } from './audit-entry.ts';
export { listActors } from './list-actors.ts';
export { listAllAuditEvents, listAuditEvents } from './list-audit-events.ts';
export { type ActedBy, type Nobody, type RecordedAct, recordAct, recordActs } from './record-act.ts';
export { standingTargets } from './standing-targets.ts';
