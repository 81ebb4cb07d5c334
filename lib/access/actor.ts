import type { Permission, Role } from './permissions.ts';

/** Where a request came from, as the audit trail and the list of sessions tell it. */
export type RequestOrigin = { ipAddress: string | null; userAgent: string | null };

/** Who asks, and from where. Made at the edge from a session or a token, once for each request. */
export type Actor =
  | {
      kind: 'user';
      userId: string;
      /** As the audit trail keeps it. */
      name?: string;
      /** Set this installation up, and looks after it. */
      isInstanceOwner?: boolean;
      /** With which they ask: once it has ended, what they began must not be done. */
      sessionId?: string;
      memberships: readonly { workspaceId: string; role: Role }[];
      from?: RequestOrigin;
    }
  | {
      kind: 'token';
      tokenId: string;
      name?: string;
      /** Who made the token; null when they are gone. */
      createdById?: string | null;
      /** Null: it never ends by itself. */
      expiresAt?: Date | null;
      workspaceId: string;
      permissions: readonly Permission[];
      /** The key with which the portal itself calls the prediction service. */
      isPortal: boolean;
      from?: RequestOrigin;
    }
  /** Our own background work; `reason` names the task. */
  | { kind: 'system'; reason: string };

/** Names whoever acts, for counting what they do. */
export function callerKey(actor: Actor): string {
  if (actor.kind === 'system') return `system ${actor.reason}`;
  return actor.kind === 'user' ? `user ${actor.userId}` : `token ${actor.tokenId}`;
}

/** The person behind an actor, as rows name them; null when a program acts. */
export function personOf(actor: Actor): string | null {
  return actor.kind === 'user' ? actor.userId : null;
}

/** The API token behind an actor, as rows name it; null when a person or a task acts. */
export function tokenOf(actor: Actor): string | null {
  return actor.kind === 'token' ? actor.tokenId : null;
}
