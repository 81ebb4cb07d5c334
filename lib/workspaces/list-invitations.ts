import type { Scope } from '#lib/access/index.ts';
import type { PendingInvitation } from './invitation.ts';
import { findPending } from './invitation-store.ts';

/** Invitations that nobody has accepted or revoked, expired ones too; last made first. */
export function listInvitations(scope: Scope): Promise<PendingInvitation[]> {
  return findPending(scope);
}
