'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import { type ActionResult, idSchema, invitationForm, roleSchema } from '#lib/contracts/index.ts';
import * as workspaces from '#lib/workspaces/index.ts';

const ofMember = z.object({ workspace: z.string(), userId: z.string() });
const roleChange = ofMember.extend({ role: roleSchema });
const removal = ofMember.extend({ revokeTokens: z.boolean() });
const newInvitation = invitationForm.extend({ workspace: z.string() });
const ofInvitation = z.object({ workspace: z.string(), invitationId: idSchema });
const renewal = ofInvitation.extend({ by: z.enum(['mail', 'link']) });

type Made = ActionResult<workspaces.MadeInvitation>;

export async function changeRole(input: z.input<typeof roleChange>): Promise<ActionResult<null>> {
  return runInWorkspace(roleChange, input, 'member:manage', async ({ userId, role }, scope) => {
    await workspaces.changeRole(scope, { userId, role });
    return null;
  });
}

export async function removeMember(input: z.input<typeof removal>): Promise<ActionResult<null>> {
  return runInWorkspace(removal, input, 'member:manage', async ({ userId, revokeTokens }, scope) => {
    await workspaces.removeMember(scope, { userId, revokeTokens });
    return null;
  });
}

/** A link is in this one answer and nowhere else. */
export async function inviteMember(input: z.input<typeof newInvitation>): Promise<Made> {
  return runInWorkspace(newInvitation, input, 'member:manage', ({ email, role }, scope) =>
    workspaces.invite(scope, { email, role }),
  );
}

/** As above. */
export async function renewInvitation(input: z.input<typeof renewal>): Promise<Made> {
  return runInWorkspace(renewal, input, 'member:manage', ({ invitationId, by }, scope) =>
    workspaces.renewInvitation(scope, { invitationId, by }),
  );
}

export async function revokeInvitation(input: z.input<typeof ofInvitation>): Promise<ActionResult<null>> {
  return runInWorkspace(ofInvitation, input, 'member:manage', async ({ invitationId }, scope) => {
    await workspaces.revokeInvitation(scope, invitationId);
    return null;
  });
}
