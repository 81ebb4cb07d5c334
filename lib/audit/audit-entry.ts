import type { RequestOrigin } from '#lib/access/index.ts';
import type { Json } from '#lib/contracts/index.ts';

/** One act, as the trail tells it. */
export type AuditEntry = RequestOrigin & {
  id: string;
  createdAt: Date;
  /** Where it was done; null outside of all workspaces. */
  workspaceId: string | null;
  /** `id` is that of the person or token, or the task's name. Names are those of then. */
  actor: { kind: 'user' | 'token' | 'system' | 'nobody'; id: string | null; name: string | null };
  act: string;
  target: { kind: string; id: string; name: string | null } | null;
  details: Record<string, Json>;
};

/** What to leave in a list of acts; everything that is given has to be so. */
export type AuditFilter = {
  /** A person or token. */
  actorId?: string | undefined;
  /** What the acts are about: the part of their names before the point. */
  group?: string | undefined;
  /** The id of what it was done to, or a part of its name in whatever case. */
  target?: string | undefined;
  from?: Date | undefined;
  /** Exclusive. */
  to?: Date | undefined;
};
