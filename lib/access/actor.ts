import type { Permission, Role } from './permissions.ts';

/** Who asks. Made at the edge from a session or a token, once for each request. */
export type Actor =
  | { kind: 'user'; userId: string; memberships: readonly { workspaceId: string; role: Role }[] }
  | {
      kind: 'token';
      tokenId: string;
      workspaceId: string;
      permissions: readonly Permission[];
      /** The key with which the portal itself calls the prediction service. */
      isPortal: boolean;
    }
  /** Our own background work; `reason` names the task. */
  | { kind: 'system'; reason: string };
