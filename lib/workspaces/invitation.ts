import type { Role } from '#lib/access/index.ts';
import { INVITATION_DAYS } from '#lib/contracts/index.ts';
import { config, randomToken, sha256 } from '#lib/platform/index.ts';

/** An invitation that nobody has accepted or revoked, for the list of them. Its link is not known any more. */
export type PendingInvitation = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  /** When it last went out by e-mail; null: its link was only shown. */
  lastSentAt: Date | null;
};

/** What the holder of a link may know before they accept. */
export type OpenInvitation = {
  workspaceId: string;
  email: string;
  role: Role;
  invitedBy: string;
  workspaceName: string;
  expiresAt: Date;
};

/** `link` is shown this once; null: it went out by e-mail. */
export type MadeInvitation = { id: string; link: string | null };

const LIFETIME_MS = INVITATION_DAYS * 24 * 3_600_000;

export function newInvitationToken(): string {
  return randomToken(32);
}

/** What is stored in place of the token. */
export function hashInvitationToken(token: string): string {
  return sha256(token);
}

export function invitationEnd(from: Date): Date {
  return new Date(from.getTime() + LIFETIME_MS);
}

export function invitationLink(token: string): string {
  return `${config().publicUrl}/invite/${token}`;
}
