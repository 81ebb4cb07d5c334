'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import {
  type ActionResult,
  documentChoiceSchema,
  folderNameSchema,
  idSchema,
  type Tag,
  tagColorSchema,
  tagNameSchema,
} from '#lib/contracts/index.ts';
import * as documents from '#lib/documents/index.ts';
import * as jobs from '#lib/jobs/index.ts';

const inWorkspace = z.object({ workspace: z.string() });
const ofNewTag = inWorkspace.extend({ name: tagNameSchema, color: tagColorSchema });
const ofTag = inWorkspace.extend({ tagId: idSchema });
const ofTagChange = ofTag.extend({ name: tagNameSchema, color: tagColorSchema });
const ofChoice = inWorkspace.extend({ choice: documentChoiceSchema });
const tagIdsSchema = z.array(idSchema).max(50);
const ofTagging = ofChoice.extend({ add: tagIdsSchema.optional(), remove: tagIdsSchema.optional() });
const ofNewFolder = inWorkspace.extend({ name: folderNameSchema, parentId: idSchema.nullable() });
const ofFolder = inWorkspace.extend({ folderId: idSchema });
const ofFolderChange = ofFolder.extend({
  name: folderNameSchema.optional(),
  parentId: idSchema.nullable().optional(),
});
const ofFolderDeletion = ofFolder.extend({ keepContent: z.boolean() });
const ofMove = ofChoice.extend({ folderId: idSchema.nullable() });

export async function createTag(input: z.input<typeof ofNewTag>): Promise<ActionResult<Tag>> {
  return runInWorkspace(ofNewTag, input, 'document:write', ({ name, color }, scope) =>
    documents.createTag(scope, { name, color }),
  );
}

export async function changeTag(input: z.input<typeof ofTagChange>): Promise<ActionResult<null>> {
  return runInWorkspace(ofTagChange, input, 'document:write', async ({ tagId, name, color }, scope) => {
    await documents.changeTag(scope, tagId, { name, color });
    return null;
  });
}

export async function deleteTag(input: z.input<typeof ofTag>): Promise<ActionResult<null>> {
  return runInWorkspace(ofTag, input, 'document:write', async ({ tagId }, scope) => {
    await documents.deleteTag(scope, tagId);
    return null;
  });
}

export async function tagDocuments(
  input: z.input<typeof ofTagging>,
): Promise<ActionResult<{ documents: number }>> {
  return runInWorkspace(
    ofTagging,
    input,
    'document:write',
    async ({ choice, add = [], remove = [] }, scope) => ({
      documents: await documents.tagDocuments(scope, choice, { add, remove }),
    }),
  );
}

export async function createFolder(
  input: z.input<typeof ofNewFolder>,
): Promise<ActionResult<{ folderId: string }>> {
  return runInWorkspace(ofNewFolder, input, 'document:write', ({ name, parentId }, scope) =>
    documents.createFolder(scope, { name, parentId }),
  );
}

/** A new name, another place, or both; what is not named stays. */
export async function changeFolder(input: z.input<typeof ofFolderChange>): Promise<ActionResult<null>> {
  return runInWorkspace(ofFolderChange, input, 'document:write', async ({ folderId, ...change }, scope) => {
    await documents.changeFolder(scope, folderId, change);
    return null;
  });
}

export async function deleteFolder(input: z.input<typeof ofFolderDeletion>): Promise<ActionResult<null>> {
  return runInWorkspace(
    ofFolderDeletion,
    input,
    'document:write',
    async ({ folderId, keepContent }, scope) => {
      await documents.deleteFolder(scope, folderId, { keepContent });
      return null;
    },
  );
}

export async function moveDocuments(
  input: z.input<typeof ofMove>,
): Promise<ActionResult<{ documents: number }>> {
  return runInWorkspace(ofMove, input, 'document:write', async ({ choice, folderId }, scope) => ({
    documents: await documents.moveDocuments(scope, choice, folderId),
  }));
}

export async function rerunDocuments(
  input: z.input<typeof ofChoice>,
): Promise<ActionResult<{ begun: number; leftOut: number }>> {
  return runInWorkspace(ofChoice, input, 'job:write', ({ choice }, scope) =>
    jobs.rerunDocuments(scope, choice),
  );
}
