import { type Clock, systemClock } from '#lib/platform/index.ts';
import { hashInvitationToken, type OpenInvitation } from './invitation.ts';
import { findUsable } from './invitation-store.ts';

/**
 * What the link invites to; null when it is unknown, expired, used or revoked, or its workspace was deleted: nobody is
 * told which. Anybody may ask: the token is the proof. Whether the address has an account makes no difference.
 */
export async function findInvitation(
  token: string,
  clock: Clock = systemClock,
): Promise<OpenInvitation | null> {
  const found = await findUsable(hashInvitationToken(token), clock.now());
  if (!found) return null;
  const { email, role, expiresAt, workspaceId, workspace, invitedBy } = found;
  return { email, role, expiresAt, workspaceId, workspaceName: workspace.name, invitedBy: invitedBy.name };
}
