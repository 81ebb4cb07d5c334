'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import { type ActionResult, languageChoiceSchema } from '#lib/contracts/index.ts';
import { sampleNames, uploadSample } from '#lib/documents/index.ts';
import * as jobs from '#lib/jobs/index.ts';

const inWorkspace = z.object({ workspace: z.string() });
const ofUpload = inWorkspace.extend({ uploadId: z.string(), language: languageChoiceSchema.optional() });
const ofSample = inWorkspace.extend({ sample: z.enum(sampleNames) });
const ofDocument = inWorkspace.extend({ documentId: z.string() });
const ofRerun = ofDocument.extend({
  language: languageChoiceSchema.optional(),
  page: z.int().min(1).optional(),
});
const ofLocked = ofDocument.extend({
  password: z.string().min(1, 'Enter the password of the PDF.').max(1_000),
});
const ofPage = ofDocument.extend({ page: z.int().min(1) });

type Started = ActionResult<{ documentId: string }>;

export async function startJob(input: z.input<typeof ofUpload>): Promise<Started> {
  return runInWorkspace(ofUpload, input, 'job:write', ({ uploadId, language }, scope) =>
    jobs.startJob(scope, { uploadId, languages: language === undefined ? [] : [language] }),
  );
}

export async function startSample(input: z.input<typeof ofSample>): Promise<Started> {
  return runInWorkspace(ofSample, input, 'job:write', async ({ sample }, scope) =>
    jobs.startJob(scope, await uploadSample(scope, sample)),
  );
}

export async function cancelJob(input: z.input<typeof ofDocument>): Promise<ActionResult<null>> {
  return runInWorkspace(ofDocument, input, 'job:write', async ({ documentId }, scope) => {
    await jobs.cancelJob(scope, documentId);
    return null;
  });
}

export async function retryPage(input: z.input<typeof ofPage>): Promise<ActionResult<null>> {
  return runInWorkspace(ofPage, input, 'job:write', async ({ documentId, page }, scope) => {
    await jobs.retryPage(scope, documentId, page);
    return null;
  });
}

/** Failed and canceled pages; `pages` is how many. */
export async function retryFailedPages(
  input: z.input<typeof ofDocument>,
): Promise<ActionResult<{ pages: number }>> {
  return runInWorkspace(ofDocument, input, 'job:write', async ({ documentId }, scope) => ({
    pages: await jobs.retryFailedPages(scope, documentId),
  }));
}

/** All pages, or one. Without a language, in those of the last time. */
export async function rerunDocument(input: z.input<typeof ofRerun>): Promise<ActionResult<null>> {
  return runInWorkspace(ofRerun, input, 'job:write', async ({ documentId, language, page }, scope) => {
    await jobs.rerunDocument(scope, documentId, {
      page,
      languages: language === undefined ? undefined : [language],
    });
    return null;
  });
}

/** The answer comes before the file has been opened: a wrong password shows as the document's problem. */
export async function unlockDocument(input: z.input<typeof ofLocked>): Promise<ActionResult<null>> {
  return runInWorkspace(ofLocked, input, 'job:write', async ({ documentId, password }, scope) => {
    await jobs.unlockDocument(scope, documentId, password);
    return null;
  });
}
