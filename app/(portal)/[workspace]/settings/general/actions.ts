'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import { type ActionResult, changeWorkspaceForm } from '#lib/contracts/index.ts';
import * as workspaces from '#lib/workspaces/index.ts';

const change = changeWorkspaceForm.extend({ workspace: z.string() });
const ofWorkspace = z.object({ workspace: z.string() });
const ofMember = z.object({ workspace: z.string(), userId: z.string() });

export async function updateWorkspace(
  input: z.input<typeof change>,
): Promise<ActionResult<{ slug: string }>> {
  return runInWorkspace(change, input, 'workspace:update', async ({ name, slug }, scope) => {
    await workspaces.updateWorkspace(scope, { name, slug });
    return { slug };
  });
}

/** For every member: one's own membership. */
export async function leaveWorkspace(input: z.input<typeof ofWorkspace>): Promise<ActionResult<null>> {
  return runInWorkspace(ofWorkspace, input, 'workspace:read', async (_, scope) => {
    await workspaces.leaveWorkspace(scope);
    return null;
  });
}

export async function transferOwnership(input: z.input<typeof ofMember>): Promise<ActionResult<null>> {
  return runInWorkspace(ofMember, input, 'workspace:manage', async ({ userId }, scope) => {
    await workspaces.transferOwnership(scope, userId);
    return null;
  });
}

export async function deleteWorkspace(input: z.input<typeof ofWorkspace>): Promise<ActionResult<null>> {
  return runInWorkspace(ofWorkspace, input, 'workspace:manage', async (_, scope) => {
    await workspaces.deleteWorkspace(scope);
    return null;
  });
}
