import type { AuditEntry } from '#lib/audit/index.ts';
import type { PortalAuditEventWire } from '#lib/contracts/index.ts';

export function auditEventToWire(entry: AuditEntry): PortalAuditEventWire {
  const { id, createdAt, actor, act, target, details, ipAddress, userAgent } = entry;
  return {
    ...{ id, at: createdAt.toISOString(), actor, act, target, details },
    ip_address: ipAddress,
    user_agent: userAgent,
  };
}
