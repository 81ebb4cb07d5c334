import type { AuditChoice } from '#lib/contracts/index.ts';
import type { AuditFilter } from './audit-entry.ts';

const DAY_MS = 24 * 3_600_000;

/** What an address chooses, as a list is asked for it. */
export function auditFilterOf({ who, about, target, from, to }: AuditChoice): AuditFilter {
  return {
    actorId: who,
    group: about,
    target,
    ...(from && { from: new Date(from) }),
    ...(to && { to: new Date(Date.parse(to) + DAY_MS) }),
  };
}
