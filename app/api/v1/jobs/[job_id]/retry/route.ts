import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getJob, newestJob, retryFailedPages, retryPage } from '#lib/jobs/index.ts';
import { Conflict } from '#lib/platform/errors.ts';
import { jobDetailToWire } from '../../../_wire/job-to-wire.ts';

const retry = definePortalRoute(portalOperations.retryJob, async ({ scope, params, body }) => {
  const { documentId } = (await getJob(scope, params.job_id)).job;
  if ((await newestJob(scope, documentId)) !== params.job_id)
    throw new Conflict('A later job has taken the place of this one.');
  if (body.page === undefined) await retryFailedPages(scope, documentId);
  else await retryPage(scope, documentId, body.page);
  return { body: jobDetailToWire(await getJob(scope, params.job_id)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: retry });
