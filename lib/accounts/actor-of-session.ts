import type { Actor, RequestOrigin, Role } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { hashSessionToken, LAST_SEEN_STEP_MS } from './session.ts';
import { findLivingSession, touchSession } from './session-store.ts';

export type WorkspaceOfUser = {
  id: string;
  slug: string;
  name: string;
  role: Role;
  /** What it was called in addresses before: they still lead to it. */
  formerSlugs: readonly string[];
};

/** Everything a request needs to know about the person who makes it. */
export type SessionHolder = {
  actor: Actor & { kind: 'user' };
  /** With `locale` and `timeZone` dates are told; null: as the browser says. */
  user: { id: string; name: string; email: string; locale: string | null; timeZone: string | null };
  session: { id: string; expiresAt: Date };
  /** Oldest membership first. */
  workspaces: WorkspaceOfUser[];
};

/**
 * Who holds this session, or null when it is unknown, expired or revoked. Keeps `last seen`, at most once a
 * minute. Anybody may ask: the token is the proof. `from` is where this request came from.
 */
export async function actorOfSession(
  sessionToken: string,
  clock: Clock = systemClock,
  from?: RequestOrigin,
): Promise<SessionHolder | null> {
  const now = clock.now();
  const found = await findLivingSession(hashSessionToken(sessionToken), now);
  if (!found) return null;
  if (now.getTime() - found.lastSeenAt.getTime() > LAST_SEEN_STEP_MS) {
    await touchSession(found.id, now, from?.ipAddress ?? null);
  }
  const { memberships, isInstanceOwner, ...user } = found.user;
  const workspaces = memberships.map(({ role, workspace }) => ({
    ...workspace,
    role,
    formerSlugs: workspace.formerSlugs.map(({ slug }) => slug),
  }));
  return {
    actor: {
      kind: 'user',
      userId: user.id,
      name: user.name,
      isInstanceOwner,
      sessionId: found.id,
      memberships: workspaces.map(({ id, role }) => ({ workspaceId: id, role })),
      ...(from && { from }),
    },
    user,
    session: { id: found.id, expiresAt: found.expiresAt },
    workspaces,
  };
}
