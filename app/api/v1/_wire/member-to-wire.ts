import type { PortalInvitationWire, PortalMemberWire } from '#lib/contracts/index.ts';
import type { MemberInDetail, PendingInvitation } from '#lib/workspaces/index.ts';

export function memberToWire({ joinedAt, lastSeenAt, ...member }: MemberInDetail): PortalMemberWire {
  const { id, name, email, role } = member;
  return {
    id,
    name,
    email,
    role,
    joined_at: joinedAt.toISOString(),
    last_seen_at: lastSeenAt?.toISOString() ?? null,
  };
}

export function invitationToWire(invitation: PendingInvitation): PortalInvitationWire {
  const { id, email, role, invitedBy, createdAt, expiresAt } = invitation;
  return {
    id,
    email,
    role,
    invited_by: invitedBy,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt.toISOString(),
  };
}
