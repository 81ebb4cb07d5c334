import { z } from 'zod';
import { emailSchema, newPasswordSchema } from './forms.ts';
import { workspaceSlugSchema } from './workspace-slug.ts';

/** Forms about workspaces, their members and invitations. */

/** A deleted workspace can be restored for so long; then it is gone for good. */
export const WORKSPACE_GRACE_DAYS = 30;

/** An invitation can be accepted for so long. */
export const INVITATION_DAYS = 7;

export const roleSchema = z.enum(['owner', 'admin', 'editor', 'viewer']);

const nameSchema = z.string().trim().min(1, 'Name the workspace.').max(60, 'Use at most 60 characters.');

export const newWorkspaceForm = z.object({ name: nameSchema });
export const changeWorkspaceForm = z.object({ name: nameSchema, slug: workspaceSlugSchema });
export const invitationForm = z.object({ email: emailSchema, role: roleSchema });

/** For somebody new; the address is the invitation's. */
export const joinForm = z.object({
  name: z.string().trim().min(1, 'Enter your name.').max(100, 'Use at most 100 characters.'),
  password: newPasswordSchema,
});

/** What an invitation's link carries. */
export const invitationTokenSchema = z.string().regex(/^[\w-]{43}$/);

export type NewWorkspaceForm = z.infer<typeof newWorkspaceForm>;
export type ChangeWorkspaceForm = z.infer<typeof changeWorkspaceForm>;
export type InvitationForm = z.infer<typeof invitationForm>;
export type JoinForm = z.infer<typeof joinForm>;
