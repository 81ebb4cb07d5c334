'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import { type ActionResult, documentChoiceSchema, idSchema } from '#lib/contracts/index.ts';
import * as documents from '#lib/documents/index.ts';
import * as jobs from '#lib/jobs/index.ts';

const inWorkspace = z.object({ workspace: z.string() });
const ofChoice = inWorkspace.extend({ choice: documentChoiceSchema });
const ofTrashed = inWorkspace.extend({ documentIds: z.array(idSchema).min(1).max(1_000) });

/** Answers with the ids, so that they can be restored. */
export async function trashDocuments(
  input: z.input<typeof ofChoice>,
): Promise<ActionResult<{ documentIds: string[] }>> {
  return runInWorkspace(ofChoice, input, 'document:write', async ({ choice }, scope) => ({
    documentIds: await jobs.trashDocuments(scope, choice),
  }));
}

export async function restoreDocuments(input: z.input<typeof ofTrashed>): Promise<ActionResult<null>> {
  return runInWorkspace(ofTrashed, input, 'document:write', async ({ documentIds }, scope) => {
    await documents.restoreDocuments(scope, documentIds);
    return null;
  });
}

export async function deleteForGood(input: z.input<typeof ofTrashed>): Promise<ActionResult<null>> {
  return runInWorkspace(ofTrashed, input, 'document:write', async ({ documentIds }, scope) => {
    await documents.deleteForGood(scope, documentIds);
    return null;
  });
}

export async function emptyTrash(
  input: z.input<typeof inWorkspace>,
): Promise<ActionResult<{ documents: number }>> {
  return runInWorkspace(inWorkspace, input, 'document:write', async (_, scope) => ({
    documents: await documents.emptyTrash(scope),
  }));
}
