'use server';

import { z } from 'zod';
import { runAsPerson } from '#app/_actions/run-action.ts';
import {
  type ActionResult,
  idSchema,
  type NewWorkspaceForm,
  newWorkspaceForm,
} from '#lib/contracts/index.ts';
import * as workspaces from '#lib/workspaces/index.ts';

const ofDeleted = z.object({ workspaceId: idSchema });

/** For everybody who is signed in. */
export async function createWorkspace(input: NewWorkspaceForm): Promise<ActionResult<{ slug: string }>> {
  return runAsPerson(newWorkspaceForm, input, async (form, { actor }) => {
    const { slug } = await workspaces.createWorkspace(actor, form);
    return { slug };
  });
}

/** Finds only what the caller owns. */
export async function restoreWorkspace(
  input: z.input<typeof ofDeleted>,
): Promise<ActionResult<{ slug: string }>> {
  return runAsPerson(ofDeleted, input, ({ workspaceId }, { actor }) =>
    workspaces.restoreWorkspace(actor, workspaceId),
  );
}
