import type { RequestOrigin } from '#lib/access/index.ts';
import type { ActedBy } from '#lib/audit/index.ts';

/** A person acting on their own account, outside all workspaces, as the audit trail wants to know them. */
export function asPerson({ id, name }: { id: string; name: string }, from: RequestOrigin): ActedBy {
  return { actor: { kind: 'user', userId: id, name, memberships: [], from }, workspaceId: null };
}
