import type { Scope } from '#lib/access/index.ts';

/**
 * Which predictions and files of the service a caller knows of. What the portal has read for people is reached through
 * the portal's own API and its rights: to a token of a program it is not there.
 */
export function visibleTo({ workspaceId, actor }: Scope): { workspaceId: string; isPortal?: false } {
  return actor.kind === 'token' && !actor.isPortal ? { workspaceId, isPortal: false } : { workspaceId };
}

/** Whether the portal itself asks. */
export function isPortals({ actor }: Scope): boolean {
  return actor.kind === 'token' && actor.isPortal;
}
